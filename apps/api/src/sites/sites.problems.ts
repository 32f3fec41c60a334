import type { SitesRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const sitesProblems: Readonly<Record<SitesRefusal, ProblemText>> = {
  SITE_UNKNOWN: { status: 404, zh: '没有第 {no} 号点位，请先登记', en: 'There is no site {no}; register it first' },
  SITE_CHANGED_LATER: {
    zh: '第 {no} 号点位 {last} 已有变化，不能再记 {on} 的变化',
    en: 'Site {no} changed on {last}; {on} is before that',
  },
  SITE_DAY_TO_COME: {
    zh: '第 {no} 号点位的日期 {on} 还没有到（今天 {today}）',
    en: 'The day {on} of site {no} is still to come (today is {today})',
  },
  SITES_OF_ANOTHER_DEPARTMENT: {
    status: 403,
    zh: '贵单位不是这个项目的牵头或配合单位',
    en: 'Your department takes no part in this project',
  },
  TOO_MANY_SITES: { zh: '一个项目至多 {most} 个点位', en: 'A project has at most {most} sites' },
};
