import { randomUUID } from 'node:crypto';

/** What every contestant appends: a project's monthly report, an object of about 330 bytes of JSON. */
export interface SampleEvent {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

const PROGRESS = '按计划推进：十二处口袋公园中已完成三处，另有四处在绿化；资金已到位，雨季前完成排水。';

/** Each event has a stream of its own. */
export function sampleEvent(): SampleEvent {
  const id = randomUUID();
  return {
    id,
    stream: `delivery-${id}`,
    type: 'ReportSubmitted',
    data: {
      projectId: '511400-2019-gardens001',
      period: '2019-03',
      department: '市住房和城乡建设局',
      lines: [{ indicatorId: 'i1', value: '3' }],
      progress: PROGRESS,
      evidence: [],
      version: 1,
    },
    metadata: { actor: { id: 'clerk', role: 'department' }, on: '2019-03-25', commandId: id },
  };
}
