import { listOf, regionOf, type CandidateEvent, type DeliveryEvent, type EvaluationEvent, type Light, type ReportLine } from '@minsheng/contracts';
import { withLines, type Figures } from '@minsheng/domain';
import type { Projection, Recorded } from '../projection';
import { ProjectRow, type EvaluationView } from './project.entity';

type Row = ProjectRow | undefined;
type Verified = ProjectRow['verified'];

const byCandidate = (row: Row, { streamVersion }: Recorded, change: Partial<ProjectRow>): Row => row && { ...row, ...change, candidateVersion: streamVersion };
const byDelivery = (row: Row, { streamVersion }: Recorded, change: Partial<ProjectRow> = {}): Row => row && { ...row, ...change, deliveryVersion: streamVersion };
const byEvaluation = (row: Row, { streamVersion }: Recorded, change: Partial<EvaluationView>, project: Partial<ProjectRow> = {}): Row =>
  row && { ...row, ...project, evaluation: { ...row.evaluation!, ...change }, evaluationVersion: streamVersion };

const without = <D extends { projectId: unknown }>({ projectId: _, ...data }: D): Omit<D, 'projectId'> => data;
const numbered = <T>(all: readonly T[], number: number, change: Partial<T>): T[] => all.map((one, index) => (index === number - 1 ? { ...one, ...change } : one));
const ticketed = (row: Row, ticket: string, change: object): Partial<EvaluationView> =>
  ({ rectifications: row!.evaluation!.rectifications.map((one) => (one.ticket === ticket ? { ...one, ...change } : one)) });

/** Months in order, so that a late correction of March never hides what June said. */
const withVerified = (row: ProjectRow, period: Verified[number]['period'], department: Verified[number]['department'], lines: readonly ReportLine[]): Partial<ProjectRow> => {
  const verified = [...row.verified.filter((one) => one.period !== period || one.department !== department), { period, department, lines }]
    .sort((a, b) => (`${a.period} ${a.department}` < `${b.period} ${b.department}` ? -1 : 1));
  return { verified, figures: verified.reduce<Figures>((figures, one) => withLines(figures, one.lines, row.commitment.indicators), {}) };
};
const withLight = (row: ProjectRow, light: Light): Partial<ProjectRow> => {
  const before = row.lights.find(({ published }) => published.period === light.period);
  const lights = [...row.lights.filter((one) => one !== before), { published: before?.published ?? light, now: light }].sort((a, b) => (a.published.period < b.published.period ? -1 : 1));
  return { lights, light: lights.at(-1)!.now.colour };
};

export const projects: Projection<ProjectRow, CandidateEvent | DeliveryEvent | EvaluationEvent> = {
  name: 'project',
  entity: ProjectRow,
  categories: ['candidate', 'delivery', 'evaluation'],
  keyOf: ({ data }) => data.projectId,
  anew: ['CandidateProposed'],
  on: {
    CandidateProposed: (_, { projectId, ...commitment }, { streamVersion }) => ({
      projectId, listId: listOf(projectId), regionCode: regionOf(projectId), no: null, title: commitment.title, domain: commitment.domain, status: 'candidate', commitment,
      leads: [...new Set(commitment.indicators.filter(({ applicable }) => applicable).map(({ lead }) => lead))], suggestions: commitment.suggestions, leaderInCharge: null, targets: {}, districts: [],
      verified: [], figures: {}, light: null, lights: [], issues: [], orders: [], completion: null, acceptance: null, evaluation: null, satisfaction: null, grade: null, outcome: null, archiveNo: null,
      candidateVersion: streamVersion, deliveryVersion: 0, evaluationVersion: 0,
    }),
    CandidateShelved: (row, _, recorded) => byCandidate(row, recorded, { status: 'shelved' }),
    CandidateAdopted: (row, { no }, recorded) => byCandidate(row, recorded, { status: 'adopted', no }),
    CandidatePassedOver: (row, _, recorded) => byCandidate(row, recorded, { status: 'passed over' }),
    DeliveryStarted: (row, _, recorded) => byDelivery(row, recorded, { status: 'under way' }),
    TargetsBrokenDown: (row, { indicators, leaderInCharge }, recorded) => {
      const steps = new Map(indicators.map((one) => [one.indicatorId, one.steps]));
      const targets = { ...row!.targets, ...Object.fromEntries(indicators.map(({ indicatorId, districts }) => [indicatorId, districts])) };
      return byDelivery(row, recorded, {
        leaderInCharge: leaderInCharge ?? null, targets,
        districts: [...new Set(Object.values(targets).flatMap((all) => all.map(({ district }) => district)))] as ProjectRow['districts'],
        commitment: { ...row!.commitment, indicators: row!.commitment.indicators.map((one) => ({ ...one, steps: steps.get(one.id) ?? one.steps })) },
      });
    },
    ReportSubmitted: (row, _, recorded) => byDelivery(row, recorded), // claimed figures live in the reports; only verified ones count here
    ReportCorrected: (row, _, recorded) => byDelivery(row, recorded),
    ReportReturned: (row, _, recorded) => byDelivery(row, recorded),
    ReportVerified: (row, { period, department, lines }, recorded) => byDelivery(row, recorded, withVerified(row!, period, department, lines)),
    MonthClosed: (row, { light }, recorded) => byDelivery(row, recorded, withLight(row!, light)),
    LightRecomputed: (row, { light }, recorded) => byDelivery(row, recorded, withLight(row!, light)),
    IssueRaised: (row, data, recorded) => byDelivery(row, recorded, { issues: [...row!.issues, without(data)] }),
    IssueDecided: (row, data, recorded) => byDelivery(row, recorded, { issues: numbered(row!.issues, data.issue, without(data)) }),
    IssueResolved: (row, { issue, result }, recorded) => byDelivery(row, recorded, { issues: numbered(row!.issues, issue, { result }) }),
    OrderIssued: (row, data, recorded) => byDelivery(row, recorded, { orders: [...row!.orders, { ...without(data), status: 'issued' }] }),
    OrderAnswered: (row, { order, answer }, recorded) => byDelivery(row, recorded, { orders: numbered(row!.orders, order, { status: 'answered', answer }) }),
    OrderClosed: (row, { order, waiver }, recorded) => byDelivery(row, recorded, { orders: numbered(row!.orders, order, { status: 'closed', ...(waiver && { waiver }) }) }),
    CompletionClaimed: (row, data, recorded) => byDelivery(row, recorded, { status: 'completion claimed', outcome: 'met', completion: without(data) }),
    NotMetRecorded: (row, data, recorded) => byDelivery(row, recorded, { status: 'not met', outcome: 'not met', completion: without(data) }),
    AcceptancePassed: (row, { projectId: _, rules: __, rulesVersion: ___, leads: ____, ...acceptance }, recorded) => byDelivery(row, recorded, { status: 'accepted', acceptance: { passed: true, ...acceptance } }),
    AcceptanceFailed: (row, data, recorded) => byDelivery(row, recorded, {
      acceptance: { passed: false, ...without(data) }, ...(row!.outcome === 'met' && { status: 'under way' as const, outcome: null }),
    }),
    ProjectClosed: (row, { archiveNo, outcome }, recorded) => byDelivery(row, recorded, { status: 'closed', archiveNo, outcome }),
    EvaluationOpened: (row, { opensOn, closesOn }, recorded) => byEvaluation(row, recorded, { opensOn, closesOn, closed: false, rectifications: [] }, { status: 'evaluating' }),
    SurveyRecorded: (row, data, recorded) => byEvaluation(row, recorded, { survey: without(data) }),
    ThirdPartyEvaluated: (row, data, recorded) => byEvaluation(row, recorded, { thirdParty: without(data) }),
    SatisfactionBallotRecorded: (row, data, recorded) => byEvaluation(row, recorded, { ballot: without(data) }),
    EvaluationClosed: (row, _, recorded) => byEvaluation(row, recorded, { closed: true }),
    SatisfactionScored: (row, data, recorded) => byEvaluation(row, recorded, { score: without(data) }, { status: 'scored', satisfaction: data.score, grade: data.grade }),
    RectificationOpened: (row, data, recorded) => byEvaluation(row, recorded, { rectifications: [...row!.evaluation!.rectifications, { ...without(data), status: 'opened' }] }),
    RectificationAnswered: (row, { ticket, answer }, recorded) => byEvaluation(row, recorded, ticketed(row, ticket, { status: 'answered', answer })),
    RectificationClosed: (row, { ticket, result }, recorded) => byEvaluation(row, recorded, ticketed(row, ticket, { status: 'closed', result })),
  },
};
