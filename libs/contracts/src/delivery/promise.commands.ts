import { z } from 'zod';
import { Adoption, Commitment, Indicator, Step } from '../commitment';
import { defineCommand } from '../define-command';
import { DepartmentName, DistrictName, IndicatorId } from '../ids';
import { Quantity, Sealed, Title } from '../values';

export const StartDelivery = defineCommand('StartDelivery', Adoption.extend({ commitment: Commitment }));

const differBy =
  <K extends string>(key: K) =>
  (all: readonly { readonly [P in K]: string }[]) =>
    new Set(all.map((entry) => entry[key])).size === all.length;

/**
 * A district with its target. A reporting group (海曙、江东、江北) is one district that names its members and counts once; 市本级
 * is the city's own level.
 */
const DistrictTarget = z.strictObject({
  district: DistrictName,
  target: Quantity.nullable(),
  members: z.array(DistrictName).min(2).max(30).optional(),
  ownLevel: z.boolean().optional(),
});

/** What becomes of the figures of a district that a new table leaves out. */
const Departure = z.discriminatedUnion('becomes', [
  z.strictObject({ district: DistrictName, becomes: z.literal('renamed'), successor: DistrictName }),
  z.strictObject({ district: DistrictName, becomes: z.literal('merged'), successor: DistrictName }),
  z.strictObject({
    district: DistrictName,
    becomes: z.literal('split'),
    /** Whole percent of its figures; the last one takes what is left, so that nothing is lost by rounding. */
    parts: z
      .array(z.strictObject({ successor: DistrictName, share: z.number().int().min(1).max(99) }))
      .min(2)
      .max(20)
      .refine(differBy('successor'), 'districts must differ')
      .refine((parts) => parts.reduce((sum, { share }) => sum + share, 0) === 100, 'shares must sum to 100'),
  }),
  z.strictObject({ district: DistrictName, becomes: z.literal('withdrawn'), reason: Title }),
]);
export type Departure = z.infer<typeof Departure>;

/** The responsibility table (责任分解表): districts with their targets, own dated steps, the leader's post in charge. */
export const BreakDownTargets = defineCommand(
  'BreakDownTargets',
  z.strictObject({
    leaderInCharge: Title.optional(),
    indicators: z
      .array(
        z
          .strictObject({
            indicatorId: IndicatorId,
            districts: z.array(DistrictTarget).max(200).refine(differBy('district'), 'districts must differ'),
            /** Of every district of the table before that this one leaves out. */
            departures: z.array(Departure).max(200).refine(differBy('district'), 'districts must differ').optional(),
            /** District targets may sum to more than the whole only when this says so. */
            buffer: z.boolean().default(false),
            steps: z.array(Step).max(24).optional(),
            stepsAre: Indicator.shape.stepsAre,
          })
          .refine(
            ({ steps, stepsAre }) =>
              !steps || steps.filter(({ quantity }) => quantity !== undefined).length < 2 || stepsAre !== undefined,
            { path: ['stepsAre'], message: 'say whether the quantities of the steps are cumulative or increments' },
          ),
      )
      .min(1)
      .max(20)
      .refine(differBy('indicatorId'), 'an indicator is broken down once'),
  }),
);

const sources = ['own budget', 'upper level', 'bonds', 'social capital', 'other'] as const;
/** Investment in 万元, for the year and by source; shares are kept, never a reason to refuse (handbook domain.md 4.2). */
export const PlanInvestment = defineCommand(
  'PlanInvestment',
  z.strictObject({
    total: Quantity.optional(),
    year: Quantity,
    bySource: z
      .array(z.strictObject({ source: z.enum(sources), amount: Quantity }))
      .max(sources.length)
      .refine(differBy('source'), 'sources must differ'),
    /** Due by the end of a month, cumulative; without any, evenly over the year. */
    payments: z.array(z.strictObject({ due: Step.shape.due, amount: Quantity })).max(24),
  }),
);

/** The liaison officer (联络员) of a department: name and phone lie sealed in the vault. */
export const AppointLiaison = defineCommand(
  'AppointLiaison',
  z.strictObject({
    department: DepartmentName,
    contact: z.strictObject({ name: z.string().trim().min(1).max(60), phone: z.string().trim().min(3).max(30) }),
  }),
);
export const RecordLiaison = defineCommand(
  'RecordLiaison',
  z.strictObject({ department: DepartmentName, contact: Sealed }),
);
/** The liaison officers that a department has named so far ask to be forgotten (个人信息保护法 第四十七条). */
export const EraseLiaison = defineCommand('EraseLiaison', z.strictObject({ department: DepartmentName }));
