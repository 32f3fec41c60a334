import {
  aListUnderWay,
  anOrdinaryMonth,
  closeMonth,
  EDUCATION,
  HEALTH,
  report,
  type UnderWay,
} from '../support/a-list-under-way';
import { caughtUp, projector } from '../support/projector';
import { openRehearsal, READ_MODELS, type Rehearsal } from '../support/rehearsal';

describe('read models rebuild to the same bytes', () => {
  let rehearsal: Rehearsal;
  let projects: UnderWay;
  let live: Awaited<ReturnType<Rehearsal['dump']>>;
  beforeAll(async () => {
    rehearsal = await openRehearsal('rebuild');
    projects = await aListUnderWay(rehearsal);
    const commission = await rehearsal.people.commission();
    for (let month = 1; month <= 6; month += 1) {
      const period = `2019-0${month}`;
      await anOrdinaryMonth(rehearsal, projects.schools, EDUCATION, period, month, month - 1);
      if (month !== 4) await anOrdinaryMonth(rehearsal, projects.clinics, HEALTH, period, 2 * month, month);
      else await closeMonth(rehearsal, projects.clinics, period);
    }
    await rehearsal.api.command(
      `projects/${projects.clinics}/report-corrections`,
      { ...report('2019-04', 8, 4), reason: '补报' },
      { as: await rehearsal.people.department(HEALTH), on: '2019-07-02', key: 'april-at-last' },
    );
    await rehearsal.api.command(
      `projects/${projects.clinics}/report-verifications`,
      { period: '2019-04', department: HEALTH, how: 'documents' },
      { as: commission, on: '2019-07-03', key: 'verify-april-at-last' },
    );
    await caughtUp(rehearsal);
    live = await rehearsal.dump();
  }, 90_000);
  afterAll(() => rehearsal.end(), 30_000);

  it('when they are dropped altogether, and the next start makes them again', async () => {
    expect(live.project).toHaveLength(2);
    expect(live.report).toHaveLength(12);
    await rehearsal.look('drop schema read cascade');
    await rehearsal.restart(); // the projector begins at the first event
    await caughtUp(rehearsal);
    expect(await rehearsal.dump()).toEqual(live);
  }, 60_000);

  it('when each is built anew beside the living one', async () => {
    const { exitCode, output } = await projector(rehearsal, 'verify', 'all');
    expect(output.match(/ equal /g)).toHaveLength(Object.keys(READ_MODELS).length);
    expect(exitCode).toBe(0);
  }, 60_000);

  it('and a row that somebody changed by hand is found: the check can fail', async () => {
    await rehearsal.look(`update read.project set light = 'green' where project_id = $1`, [projects.clinics]);
    await rehearsal.look(
      `update read.report set status = 'verified', period = '2019-12' where project_id = $1 and period = '2019-06'`,
      [projects.schools],
    );
    const { exitCode, output } = await projector(rehearsal, 'verify', 'all');
    expect(exitCode).toBe(1);
    expect(output).toMatch(/report +12 rows +DIFFERENT/);
  }, 60_000);

  it('and a rebuild puts the right one in its place, while the old is kept', async () => {
    expect((await projector(rehearsal, 'rebuild', 'all')).exitCode).toBe(0);
    await caughtUp(rehearsal);
    expect(await rehearsal.dump()).toEqual(live);
    expect(await rehearsal.look(`select 1 from read.report__old where period = '2019-12'`)).toHaveLength(1);
  }, 60_000);
});
