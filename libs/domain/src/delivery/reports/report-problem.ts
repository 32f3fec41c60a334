import type { DepartmentName, DistrictName, IndicatorId, Month, ReportLine } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { QuantityRefusal } from '../../indicator/possible';
import type { NameRefusal } from '../../twin-names';

export type ReportRefusal =
  | 'INDICATOR_UNKNOWN'
  | 'NOT_THE_LEAD_DEPARTMENT'
  | 'DISTRICT_UNKNOWN'
  | 'DUPLICATE_LINE'
  | 'FIGURE_EXPECTED'
  | 'EVENT_DATE_EXPECTED'
  | 'REPORT_SUM_MISMATCH'
  | 'CUMULATIVE_FALLS'
  | 'PART_ABOVE_WHOLE'
  | 'DAY_TO_COME'
  | 'CHECKPOINTS_TO_COME'
  | 'DONE_BEFORE_THE_YEAR'
  | 'EVIDENCE_MISSING'
  | 'FIGURE_NEEDS_CONFIRMATION'
  | 'LINES_MISSING'
  | 'REPORT_EMPTY'
  | 'UNCHANGED_WITHOUT_FIGURE';

/** A place of the monthly form that a report has to state something about. */
export interface ExpectedLine {
  readonly indicatorId: IndicatorId;
  readonly district?: DistrictName;
}

/** Why a line may be wrong: by its report, by its quantity or by the name of its district. */
type WhyWrong = ReportRefusal | QuantityRefusal | NameRefusal;

/** Lines as they were sent, of which month, by whom, and whether evidence came with them. */
export interface SentReport {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly lines: readonly ReportLine[];
  readonly proven: boolean;
  /** The places that it has to state something about. */
  readonly expected: readonly ExpectedLine[];
  /** Whether it is being verified: a department may have led an indicator when it reported, and lead it no more. */
  readonly isCheck?: boolean;
  /** The business date on which it is sent or checked: nothing was done after it. */
  readonly today: string;
}

/** What is wrong with a line, by its place in the report; a line that nobody sent stands after the others. */
export interface LineProblem {
  readonly line: number;
  readonly code: WhyWrong;
  readonly facts: Readonly<Record<string, string | number>>;
}
export const problem = (line: number, code: WhyWrong, facts: LineProblem['facts']): LineProblem => ({
  line,
  code,
  facts,
});

/** A report is refused by its first problem; who sent many lines learns of all of them. */
export class ReportRefused extends Refusal<WhyWrong> {
  constructor(readonly problems: readonly LineProblem[]) {
    super(problems[0].code, problems[0].facts);
  }
}
