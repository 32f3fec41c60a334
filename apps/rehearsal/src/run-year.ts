import { MONTHS } from './plan/paths';
import { suggestionsOf } from './plan/suggestions';
import type { YearPlan } from './plan/year-plan';
import { acceptanceStages } from './stages/acceptance';
import { changesOfMonth } from './stages/change';
import { collectionStages } from './stages/collection';
import { decisionStages } from './stages/decision';
import { evaluationStages } from './stages/evaluation';
import { jointConference } from './stages/joint-conference';
import { reportMonth } from './stages/reporting';
import { screeningStages } from './stages/screening';
import { answerOrdersOfMonth, ordersOfMonth } from './stages/supervision';
import type { Stage, Year } from './stages/year';

const month = (number: number): readonly Stage[] => [
  {
    name: `month-${number}`,
    says: `${number} 月填报、核实、关账 · month ${number}: reports, checks, lights`,
    run: async (year) => {
      await reportMonth(year, number);
      await ordersOfMonth(year, number);
      await jointConference(year, number);
    },
  },
  {
    name: `orders-${number}`,
    says: `${number} 月督办与调整 · month ${number}: supervision orders, changes`,
    run: async (year) => {
      await answerOrdersOfMonth(year, number);
      await changesOfMonth(year, number);
    },
  },
];

/** The year in order. All projects finish a stage before the next begins, so that the log tells the year as it went. */
export const stages: readonly Stage[] = [
  ...collectionStages,
  ...screeningStages,
  ...decisionStages,
  ...MONTHS.flatMap(month),
  ...acceptanceStages,
  ...evaluationStages,
];

/** About how many commands a year takes, for the progress bar. */
export const commandsIn = (plan: YearPlan): number =>
  60 +
  suggestionsOf(plan).length * 6 +
  plan.surplus.length +
  plan.projects.reduce((sum, { leads }) => sum + 2 + 12 * (2 * leads.length + 1) + 2 + 12 + 5, 0);

export interface Hooks {
  readonly onStage?: (stage: Stage) => void;
  /** Name of the last stage to run; without it the year runs to its end. */ readonly until?: string;
}

/** Runs the year, or goes on with one that was interrupted: every step has its own key. @throws YearError */
export const runYear = async (year: Year, { onStage, until }: Hooks = {}): Promise<void> => {
  for (const stage of stages) {
    onStage?.(stage);
    await stage.run(year);
    if (stage.name === until) return;
  }
};
