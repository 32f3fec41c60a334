import type { GivenEvent } from './given-events';
import { gardens, rules, words, works } from './a-list';
import { completing } from './completing';
import {
  about,
  byTimer,
  closed,
  corrected,
  delivered,
  light,
  recomputed,
  returned,
  started,
  submitted,
  verified,
} from './delivery-events';
import { supervising } from './supervising';

/** The promise, its months with reports and lights, rules changed and a light set by hand. */
const reporting: readonly GivenEvent[] = [
  started(gardens),
  {
    type: 'TargetsBrokenDown',
    data: {
      projectId: gardens,
      leaderInCharge: '副市长',
      indicators: [
        {
          indicatorId: 'i1',
          buffer: false,
          districts: [
            { district: '东坡区', target: '7' },
            { district: '彭山区', target: '5' },
          ],
          steps: [{ due: '2019-06', text: '过半', quantity: '6' }],
        },
      ],
    },
  },
  delivered('InvestmentPlanned', {
    total: '900',
    year: '600',
    bySource: [
      { source: 'own budget', amount: '400' },
      { source: 'upper level', amount: '200' },
    ],
    payments: [{ due: '2019-06', amount: '300' }],
  }),
  delivered('LiaisonAppointed', { department: works, contact: words }),
  delivered('LiaisonErased', { department: works }),
  delivered('LiaisonAppointed', { department: works, contact: words }),
  byTimer('PeriodOpened', { period: '2019-03', dueOn: '2019-03-28' }),
  byTimer('ReportReminded', { ...about('2019-03'), dueOn: '2019-03-28' }),
  byTimer('ReportOverdue', { ...about('2019-03'), dueOn: '2019-03-28' }),
  submitted('2019-03', '3'),
  returned('2019-03'),
  submitted('2019-03', '2', 2),
  verified('2019-03', '2', 2),
  delivered('ReportCertified', { ...about('2019-03'), version: 2, certificateNo: '眉统认〔2019〕3号' }),
  closed({}),
  submitted('2019-06', '6'),
  verified('2019-06', '6'),
  closed({ period: '2019-06', colour: 'red', why: 'behind the line' }),
  corrected('2019-03', '4', 3),
  verified('2019-03', '4', 3),
  recomputed('red', { period: '2019-06', colour: 'yellow', why: 'caught up later' }),
  delivered('MonthReopened', { period: '2019-03', reason: '统计口径有误' }),
  delivered('MonthClosedAgain', { light: light() }),
  delivered('RulesChanged', { rulesVersion: 2, rules, from: '2019-07' }),
  delivered('LightOverridden', {
    period: '2019-06',
    colour: 'green',
    decidedBy: '市长',
    reason: '暴雨停工',
    until: '2019-07-31',
  }),
  byTimer('OverrideEnded', { period: '2019-06', reason: '到期' }),
];

/** The delivery of the gardens. */
export const delivering: readonly GivenEvent[] = [...reporting, ...supervising, ...completing];
