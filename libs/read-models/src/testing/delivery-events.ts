import type { GivenEvent } from './given-events';
import { commitment, gardens, rules, works } from './a-list';

export const started = (projectId: string, over: object = {}): GivenEvent => ({
  type: 'DeliveryStarted',
  data: { projectId, no: 1, rulesVersion: 1, rules, commitment: commitment(over) },
  by: { role: 'policy' },
});
/** An event of the delivery of the gardens. */
export const delivered = (type: GivenEvent['type'], data: object = {}): GivenEvent => ({
  type,
  data: { projectId: gardens, ...data },
});
export const byTimer = (type: GivenEvent['type'], data: object): GivenEvent => ({
  ...delivered(type, data),
  by: { role: 'timer' },
});
export const light = (over: object = {}) => ({
  period: '2019-03',
  colour: 'green',
  why: 'on the line',
  rulesVersion: 1,
  rule: rules.lights,
  missing: [],
  sides: {},
  ...over,
});
export const line = (value: string, over: object = {}) => ({ indicatorId: 'i1', value, ...over });

export const about = (period: string, department = works) => ({ projectId: gardens, period, department });
const reported = (period: string, value: string, version = 1) => ({
  ...about(period),
  lines: [line(value)],
  progress: '按计划推进',
  evidence: [],
  version,
  author: 'clerk',
  submittedOn: `${period}-25`,
});
export const submitted = (period: string, value: string, version = 1): GivenEvent => ({
  type: 'ReportSubmitted',
  data: reported(period, value, version),
  on: `${period}-25`,
  by: { role: 'department', organisation: works },
});
export const corrected = (period: string, value: string, version: number): GivenEvent => ({
  type: 'ReportCorrected',
  data: { ...reported(period, value, version), reason: '漏报一处' },
  by: { role: 'department', organisation: works },
});
export const returned = (period: string, version = 1): GivenEvent => ({
  type: 'ReportReturned',
  data: { ...about(period), reason: '缺照片', version },
});
export const verified = (period: string, value: string, version = 1): GivenEvent => ({
  type: 'ReportVerified',
  data: { ...about(period), how: 'site visit', version, lines: [line(value)] },
});
export const closed = (over: object, closing: object = {}): GivenEvent => ({
  type: 'MonthClosed',
  data: { projectId: gardens, light: light(over), ...closing },
});
export const recomputed = (before: string, over: object): GivenEvent => ({
  type: 'LightRecomputed',
  data: { projectId: gardens, before, light: light(over) },
});
