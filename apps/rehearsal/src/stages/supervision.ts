import { daysAfter, monthName, reportingDays } from '../plan/calendar';
import type { PlannedProject } from '../plan/year-plan';
import { readBoard, readDossier, type Dossier } from './board';
import { idOf, keyFor, together, type Year } from './year';

/** Projects whose light of the month was red when it was closed. */
const redIn = async (year: Year, period: string): Promise<readonly PlannedProject[]> => {
  const suspects = new Set(
    (await readBoard(year))
      .filter(({ lights }) =>
        lights.some((light) => light.period === period && (light.colour === 'red' || light.laterChanged)),
      )
      .map(({ projectId }) => projectId),
  );
  return year.plan.projects.filter(({ key }) => suspects.has(idOf(year.projects, key)));
};

/** The orders that the red light of a month has led to; undefined while the policy has not issued them all. */
const commandsOf = ({ lights, orders }: Dossier, period: string): Dossier['orders'] | undefined => {
  const light = lights.find(({ published }) => published.period === period)?.published;
  if (light?.colour !== 'red') return [];
  const responsible = light.missing.length > 0 ? light.missing : light.worst ? [light.worst.lead] : [];
  const issued = responsible.map((department) =>
    orders.find((order) => order.department === department && (order.period === period || order.status !== 'closed')),
  );
  return issued.every((order) => order !== undefined) ? (issued as Dossier['orders']) : undefined;
};

const awaitOrders = (year: Year, { key, item }: PlannedProject, period: string): Promise<Dossier['orders']> =>
  year.api.until(`「${item.title}」${period} 亮红灯后发督办单 a supervision order upon the red light`, async () =>
    commandsOf(await readDossier(year, key), period),
  );

/** Waits until every red light of the month has its order. */
export const ordersOfMonth = async (year: Year, month: number): Promise<void> => {
  const period = monthName(year.plan.year, month);
  await together(await redIn(year, period), async (project) => {
    await awaitOrders(year, project, period);
  });
};

/** The departments answer, the commission closes. */
export const answerOrdersOfMonth = async (year: Year, month: number): Promise<void> => {
  const {
    plan: { calendar, year: number },
    api,
    people,
  } = year;
  const period = monthName(number, month);
  const closed = reportingDays(calendar, month).closed;
  await together(await redIn(year, period), async (project) => {
    const path = `projects/${idOf(year.projects, project.key)}`;
    for (const { order, department } of await awaitOrders(year, project, period)) {
      const step = `${project.key}-order-${order}`;
      await api.command(
        `${path}/order-receipts`,
        { order },
        { as: await people.department(department), on: daysAfter(closed, 1), key: keyFor(year, `${step}-received`) },
      );
      await api.command(
        `${path}/order-answers`,
        { order, answer: '已查明原因，明确专人和完成时限，按周调度。' },
        { as: await people.department(department), on: daysAfter(closed, 5), key: keyFor(year, `${step}-answered`) },
      );
      await api.command(
        `${path}/order-closings`,
        { order },
        { as: await people.commission(), on: daysAfter(closed, 8), key: keyFor(year, `${step}-closed`) },
      );
    }
  });
};
