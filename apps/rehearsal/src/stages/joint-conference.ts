import { daysAfter, reportingDays } from '../plan/calendar';
import { idOf, keyFor, together, type Year } from './year';

/**
 * The joint conference (联席会议): an issue is raised in one month, decided by a meeting in the next, resolved in the one
 * after.
 */
export const jointConference = (year: Year, month: number): Promise<void> =>
  together(year.plan.projects, async ({ key, leads, incidents: { issueRaised } }) => {
    if (issueRaised === undefined || month < issueRaised || month > issueRaised + 2) return;
    const {
      plan: { calendar, listId },
      api,
      people,
    } = year;
    const projectId = idOf(year.projects, key);
    const days = reportingDays(calendar, month);
    const sent = async (step: string, as: Promise<string>, on = days.reported) => ({
      as: await as,
      on,
      key: keyFor(year, `${key}-issue-${step}`),
    });
    if (month === issueRaised) {
      await api.command(
        `projects/${projectId}/issues`,
        { title: '用地手续办理缓慢', detail: '两处点位的用地手续跨部门，单个部门难以推动，请联席会议协调。' },
        await sent('raised', people.department(leads[0])),
      );
    } else if (month === issueRaised + 1) {
      const meeting = await api.command(
        `lists/${listId}/meetings`,
        {
          title: '联席会议第3次会议',
          heldOn: days.reported,
          chair: '分管副职',
          members: [...new Set([...leads, '发展改革委', '自然资源局'])],
        },
        await sent('meeting', people.commission()),
      );
      const path = `meetings/${meeting.id}`;
      await api.command(
        `${path}/agenda`,
        { topic: '用地手续办理缓慢', issue: { projectId, issue: 1 } },
        await sent('agenda', people.commission()),
      );
      await api.command(
        `${path}/decisions`,
        {
          item: 1,
          decision: '由牵头单位会同自然资源部门集中办理，两周内办结。',
          owner: leads[0],
          dueOn: daysAfter(days.closed, 14),
        },
        await sent('decided', people.leader()),
      );
      await api.command(
        `${path}/adjournment`,
        { minutesNo: '联席〔3〕号' },
        await sent('adjourned', people.commission()),
      );
    } else {
      // The policy has told the project what was decided: it works in the order of the log.
      await api.until('联席会议的决定到达项目 the decision reaches the project', async () =>
        (await api.read<{ issues: readonly { status: string }[] }>(`projects/${projectId}`, await people.commission()))
          .issues[0]?.status !== 'raised'
          ? true
          : undefined,
      );
      await api.command(
        `projects/${projectId}/issue-resolutions`,
        { issue: 1, result: '两处点位手续均已办结。' },
        await sent('resolved', people.commission()),
      );
    }
  });
