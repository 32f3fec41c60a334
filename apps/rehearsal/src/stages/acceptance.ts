import { readBoard } from './board';
import { idOf, keyFor, together, type Stage, type Year } from './year';

const evidence = [{ kind: 'document', caption: '竣工与验收材料（演练）' }];

/** Keys of projects with an indicator that is not met by verified figures. */
export const unmetKeys = async (year: Year): Promise<ReadonlySet<string>> => {
  const unmet = new Set(
    (await readBoard(year))
      .filter(({ indicators }) => indicators.some(({ met }) => met === false))
      .map(({ projectId }) => projectId),
  );
  return new Set(year.plan.projects.map(({ key }) => key).filter((key) => unmet.has(idOf(year.projects, key))));
};

/**
 * Who has kept the promise claims completion; who has not tries, is refused by the verified figures, and the year's end
 * is recorded as it is.
 */
const complete = async (year: Year): Promise<void> => {
  const {
    plan: { year: number },
    api,
    people,
  } = year;
  const unmet = await unmetKeys(year);
  const promisedInWords = new Map(
    (await readBoard(year)).map(({ projectId, indicators }) => [
      projectId,
      indicators.filter(({ met }) => met === null).map(({ id }) => id),
    ]),
  );
  await together(year.plan.projects, async ({ key, leads }) => {
    const path = `projects/${idOf(year.projects, key)}`;
    const [department, commission] = await Promise.all([people.department(leads[0]), people.commission()]);
    const inWords = (promisedInWords.get(idOf(year.projects, key)) ?? []).map((indicatorId) => ({
      indicatorId,
      evidence,
    }));
    const claim = { statement: '各项指标均已完成，申请验收。', evidence, ...(inWords.length > 0 && { inWords }) };
    const sent = { as: department, on: `${number}-12-30`, key: keyFor(year, `${key}-claimed`) };
    if (!unmet.has(key)) {
      await api.command(`${path}/completion`, claim, sent);
      return;
    }
    await api.refusal(`${path}/completion`, claim, sent, ['INDICATORS_NOT_MET', 'DELIVERY_NOT_UNDER_WAY']);
    await api.command(
      `${path}/not-met`,
      { body: '年度民生实事项目联席会议', reason: '年底核实仍有指标未达目标，认定为未完成，转入下年度继续督办。' },
      { as: commission, on: `${number}-12-31`, key: keyFor(year, `${key}-not-met`) },
    );
  });
};

const accept = async (year: Year): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const as = await people.commission();
  await together(year.plan.projects, async ({ key, commitment }) => {
    const items = commitment.indicators
      .filter(({ applicable }) => applicable)
      .map(({ name }) => ({ item: name, passed: true, note: '已完成部分经抽查符合要求' }));
    await api.command(
      `projects/${idOf(year.projects, key)}/acceptance`,
      { inspector: '验收组（发改、财政、审计、人大代表）', items, evidence },
      { as, on: calendar.accepted, key: keyFor(year, `${key}-accepted`) },
    );
  });
  const begun = new Set(['evaluating', 'scored', 'closed']);
  const ours = new Set(year.projects.values());
  await api.until('验收后开放评价 the evaluation opens', async () =>
    (await readBoard(year)).filter(({ projectId, status }) => ours.has(projectId) && begun.has(status)).length >=
    year.plan.projects.length
      ? true
      : undefined,
  );
};

export const acceptanceStages: readonly Stage[] = [
  { name: 'completion', says: '申报完成或认定未完成 · completion claimed or recorded as not met', run: complete },
  { name: 'acceptance', says: '验收 · acceptance', run: accept },
];
