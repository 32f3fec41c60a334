import { explain } from './start-failure';

describe('a server that did not start', () => {
  it.each([
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', '端口被占用'],
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', '磁盘已满'],
    ['FATAL:  data directory "/x" has wrong ownership', '属主或权限'],
    ['spawn /x/postgres ENOENT', 'Alpine'],
    ['FATAL:  something new', '原因见下'],
  ])('%s', (log, meaning) => {
    const { message } = explain(log);
    expect(message).toContain(meaning);
    expect(message).toContain(log);
  });
});
