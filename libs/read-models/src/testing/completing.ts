import type { GivenEvent } from './given-events';
import { gardens, rules, works } from './a-list';
import { delivered } from './delivery-events';

export const inspection = {
  inspector: '市建设工程质量监督站',
  items: [{ item: '绿化', passed: true, note: '' }],
  evidence: [{ kind: 'certificate', caption: '验收证书' }],
};

/** Two adjustments, the sites, and acceptance at the second attempt. */
export const completing: readonly GivenEvent[] = [
  delivered('AdjustmentApplied', {
    adjustment: 1,
    department: works,
    changes: [{ kind: 'target', indicatorId: 'i1', target: '10' }],
    before: ['12'],
    reason: '两处文物',
    evidence: inspection.evidence,
  }),
  delivered('AdjustmentChecked', { adjustment: 1, supported: true, opinion: '属实' }),
  delivered('AdjustmentApproved', {
    adjustment: 1,
    changes: [{ kind: 'target', indicatorId: 'i1', target: '10' }],
    body: '市人民代表大会',
    heldOn: '2019-08-01',
    documentNo: '眉人发〔2019〕8号',
    decidedOn: '2019-08-01',
  }),
  delivered('AdjustmentPublished', { adjustment: 1, noticeNo: '公告第8号' }),
  delivered('AdjustmentApplied', {
    adjustment: 2,
    department: works,
    changes: [{ kind: 'terminate' }],
    before: [null],
    reason: '不做了',
    evidence: inspection.evidence,
  }),
  delivered('AdjustmentRejected', {
    adjustment: 2,
    body: '市人民代表大会',
    heldOn: '2019-08-20',
    documentNo: '眉人发〔2019〕9号',
  }),
  delivered('SitesRegistered', {
    sites: [
      { no: 1, name: '湖滨口袋公园', district: '东坡区', indicatorId: 'i1', longitude: '103.85', latitude: '30.05' },
      { no: 2, name: '车站口袋公园', district: '彭山区' },
    ],
  }),
  delivered('SitesUpdated', { sites: [{ no: 2, state: 'under construction', on: '2019-08-05', note: '进场' }] }),
  { type: 'NotMetRecorded', data: { projectId: gardens, body: '市发改委', reason: '雨季延误', endedOn: '2019-12-30' } },
  {
    type: 'AcceptanceFailed',
    data: { projectId: gardens, ...inspection, items: [{ item: '绿化', passed: false, note: '枯死' }] },
  },
  {
    type: 'CompletionClaimed',
    data: {
      projectId: gardens,
      department: works,
      statement: '十二处全部建成',
      evidence: inspection.evidence,
      endedOn: '2019-12-31',
    },
  },
  delivered('AcceptanceLevelPassed', { ...inspection, level: '区级自验', inspector: '东坡区住建局' }),
  {
    type: 'AcceptancePassed',
    data: { projectId: gardens, ...inspection, acceptedOn: '2019-11-20', rulesVersion: 1, rules, leads: [works] },
  },
];
