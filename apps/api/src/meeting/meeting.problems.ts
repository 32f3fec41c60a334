import type { MeetingRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const meetingProblems: Readonly<Record<MeetingRefusal, ProblemText>> = {
  MEETING_UNKNOWN: { status: 404, zh: '没有这次会议', en: 'There is no such meeting' },
  MEETING_ALREADY_CONVENED: { zh: '这次会议已召开', en: 'The meeting was convened before' },
  MEETING_ADJOURNED: { zh: '会议已印发纪要，请列入下次会议', en: 'The minutes are out; take it to another meeting' },
  MEETING_NOT_HELD_YET: {
    zh: '会议 {heldOn} 举行，届时才能议定',
    en: 'The meeting is held on {heldOn}; nothing is decided before',
  },
  AGENDA_ITEM_UNKNOWN: { zh: '议程没有第 {item} 项', en: 'The agenda has no item {item}' },
  AGENDA_ITEM_DECIDED: { zh: '第 {item} 项已议定', en: 'Item {item} has been decided' },
  AGENDA_ITEM_NOT_DECIDED: { zh: '第 {item} 项还没有议定', en: 'Item {item} has not been decided' },
  ISSUE_ON_AGENDA: {
    zh: '{projectId} 的第 {issue} 个问题已在议程',
    en: 'Issue {issue} of {projectId} is on the agenda already',
  },
  ITEMS_LEFT_OPEN: {
    zh: '第 {items} 项还没有议定：请先召集下次会议，散会时用 next 写明转入哪次会议，或在 dropped 中写明不再议的理由',
    en: 'Items {items} are not decided: name the next meeting in next, convened before, or say why in dropped',
  },
  NEXT_MEETING_UNKNOWN: {
    zh: '没有找到本地区的下次会议，请先召集',
    en: 'There is no such next meeting in this region; convene it first',
  },
  NEXT_MEETING_ADJOURNED: {
    zh: '所写的下次会议已印发纪要，请另选或召集一次会议',
    en: 'The minutes of that next meeting are out; name or convene another',
  },
  NEXT_MEETING_BEFORE: {
    zh: '下次会议（{next}）早于本次会议（{heldOn}），请写明之后的会议',
    en: 'The next meeting is of {next}, before this one of {heldOn}: name a later one',
  },
  DECISION_WITHOUT_EFFECT: {
    zh: '第 {item} 项已由其他会议议定，或项目已终结，本次会议的议定不生效，无需跟踪',
    en: 'Another meeting decided item {item}, or its project has ended: this decision has no effect to follow up',
  },
  DUE_BEFORE_THE_MEETING: {
    zh: '办结日 {dueOn} 早于会议日 {heldOn}',
    en: 'The day {dueOn} is before the meeting of {heldOn}',
  },
};
