import { InMemoryEventStore } from '@minsheng/event-store';
import { annualLists, projects, rowsAsOf, suggestions } from '.';
import { aYear, gardens, type GivenEvent, listId, newEvent, proposed, streamOf } from './testing';

/** A log that took one event a minute from noon. */
const storeWith = async (given: readonly GivenEvent[]) => {
  let minute = -1;
  const store = new InMemoryEventStore(() => new Date(Date.UTC(2019, 5, 1, 12, minute)));
  for (const [index, first] of given.entries()) {
    minute = index;
    await store.append(streamOf(first), 'any', [newEvent(first, index)]);
  }
  return store;
};
const at = (minute: number) => new Date(Date.UTC(2019, 5, 1, 12, minute));

describe('reading as of an instant', () => {
  const titles = async (minute: number, scope = listId) =>
    (await rowsAsOf(await storeWith(aYear), projects, [scope], at(minute))).map(({ title }) => title);
  const proposal = aYear.findIndex(({ type }) => type === 'CandidateProposed');

  it('knows nothing of what was recorded a moment later', async () => {
    expect(await titles(proposal - 1)).toEqual([]);
    expect(await titles(proposal)).toEqual(['新建口袋公园']);
    expect(await titles(proposal + 2)).toEqual(['新建口袋公园', '改造卫生院', '体育馆']);
  });
  it('reads one project where only one is asked for', async () =>
    expect(await titles(200, gardens)).toEqual(['新建口袋公园']));
  it('is not changed by a later correction', async () => {
    const before = aYear.findIndex(({ type }) => type === 'ReportCorrected');
    const asItWas = await rowsAsOf(await storeWith(aYear.slice(0, before)), projects, [gardens], at(before - 1));
    expect(await rowsAsOf(await storeWith(aYear), projects, [gardens], at(before - 1))).toEqual(asItWas);
    expect(asItWas[0].light).toBe('red');
    // and yet the correction counts once it is recorded
    expect((await rowsAsOf(await storeWith(aYear), projects, [gardens], at(before + 2)))[0].light).toBe('yellow');
  });
  it('reads past one page of the log', async () => {
    const reasons = Array.from({ length: 2_500 }, (_, index): GivenEvent => ({
      type: 'CandidateShelved',
      data: { projectId: gardens, reason: `第${index}次` },
    }));
    expect(
      await rowsAsOf(await storeWith([proposed(gardens), ...reasons]), projects, [gardens], at(2_500)),
    ).toMatchObject([{ status: 'shelved', candidateVersion: 2_501 }]);
  });
  it('answers nothing for a scope that nothing is about', async () => {
    expect(await rowsAsOf(await storeWith(aYear), annualLists, ['511400-2018'], at(200))).toEqual([]);
    expect(await rowsAsOf(await storeWith([]), suggestions, [listId], at(200))).toEqual([]);
  });
});
