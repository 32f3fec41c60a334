import { correlationOf } from './correlation';

const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const request = (traceparent?: string | string[]) => ({ id: 'request-7', headers: { traceparent } }) as never;

describe('the correlation id of a request', () => {
  it('is the trace that staff send', () => expect(correlationOf(request(trace), { role: 'commission' })).toBe(trace));
  it("is the server's own where none is sent", () =>
    expect(correlationOf(request(), { role: 'commission' })).toBe('request-7'));
  it("is the server's own for a resident, whatever is sent: a trace would join their acts", () =>
    expect(correlationOf(request(trace), { role: 'public' })).toBe('request-7'));
  it.each<[traceparent: string | string[], what: string]>([
    ['', 'an empty one'],
    ['王小明 13800000001', 'a name and a phone'],
    [trace.toUpperCase(), 'capitals'],
    [`${trace}-more`, 'a longer one'],
    [trace.replace(/^00/, 'ff'), 'a version that is none'],
    [trace.replace('4bf92f3577b34da6a3ce929d0e0e4736', '0'.repeat(32)), 'a trace of zeros'],
    [trace.replace('00f067aa0ba902b7', '0'.repeat(16)), 'a parent of zeros'],
    [[trace, trace], 'several'],
  ])('is never "%s", %s', (traceparent) =>
    expect(correlationOf(request(traceparent), { role: 'commission' })).toBe('request-7'),
  );
});
