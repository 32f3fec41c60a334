import { gardens, lamps, listId } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const ids: Readonly<Record<string, string>> = {
  listId,
  projectId: gardens,
  suggestionId: lamps,
  meetingId: '511400-2019-m000000001',
  calendarId: 'CN',
  year: '2027',
};
/** Every read that takes `asOf`, by the description of the API: a new one joins by itself. */
const readsThatTakeIt = async (): Promise<string[]> => {
  const { paths } = (await api.get('/api/openapi.json')).body as {
    paths: Record<string, { get?: { parameters?: readonly { name: string }[] } }>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get?.parameters?.some(({ name }) => name === 'asOf') ? [path.replace(/\{(\w+)\}/g, (_, name) => ids[name])] : [],
  );
};

describe('asOf in the future', () => {
  it.each(['2099-01-01', '2099-01-01T00:00:00Z'])('%s is refused by every read that takes it', async (asOf) => {
    const reads = await readsThatTakeIt();
    expect(reads.length).toBeGreaterThan(15);
    const period = '&period=2019-03';
    for (const path of reads) {
      const answer = await api.get(`${path}?asOf=${asOf}${path.endsWith('/bulletin') ? period : ''}`, commission);
      expect([path, answer.status, answer.body.code]).toEqual([path, 400, 'AS_OF_IN_THE_FUTURE']);
    }
  });
  it('names in both languages the instant that was given, and the time now', async () => {
    const { body } = await api.get(`lists/${listId}?asOf=2099-01-01`);
    expect(body.messages.zh).toContain('2099-01-01 尚未到来');
    expect(body.messages.en).toContain('2099-01-01 is still to come');
    expect(new Date(body.facts.now).getTime()).toBeLessThanOrEqual(Date.now());
  });
});
