/** A small history and the light it leaves, as plain data: no type of the domain. Months are 1 to 12 of 2019. */
export interface PlainIndicator {
  readonly id: string;
  readonly lead?: string;
  readonly comparator?: '>=' | '<=' | 'event' | 'range';
  readonly kind?: string;
  readonly unit?: string;
  readonly scale?: string;
  readonly target: string | null;
  readonly ceiling?: string;
  readonly checkpoints?: number;
  readonly eventKind?: string;
  readonly additive?: boolean;
  readonly applicable?: boolean;
  readonly partOf?: string;
  readonly dueOn?: string;
  readonly steps?: readonly { readonly due: string; readonly text: string; readonly quantity?: string }[];
  readonly stepsAre?: string;
  readonly stageGoals?: readonly { readonly year: number; readonly goal: string; readonly target?: string }[];
}
export interface PlainFigure {
  readonly value?: string;
  readonly doneOn?: string;
  readonly allServed?: boolean;
  readonly worksPercent?: string;
  readonly startedOn?: string;
  readonly enteredOn?: string;
  readonly reason?: string;
}
export interface PlainRules {
  readonly lights: {
    readonly scheme: string;
    readonly yellowFrom?: number;
    readonly redOver?: number;
    readonly redBelow?: number;
    readonly orangeBelow?: number;
    readonly yellowBelow?: number;
  };
  readonly sideLights: {
    readonly start?: { readonly redAfterMonths: number };
    readonly money?: object;
    readonly entry?: { readonly yellowFromMonths: number; readonly redOverMonths: number };
  };
  readonly line: { readonly shape: string; readonly byJune?: number };
}
/** `i1` is the whole, `i1@东坡区` a district; text alone is the figure. */
export type PlainLines = Readonly<Record<string, string | PlainFigure>>;
export interface PlainAct {
  readonly by?: string;
  readonly money?: { readonly done: string; readonly paid: string };
  readonly rules?: Partial<PlainRules>;
}
export type Act = readonly [
  on: string,
  act: 'report' | 'correct' | 'verify' | 'return' | 'close' | 'reopen' | 'amend' | 'claim' | 'accept',
  month: number,
  lines?: PlainLines,
  more?: PlainAct,
];
export interface PlainDistrict {
  readonly district: string;
  readonly target: string | null;
  readonly members?: readonly string[];
  readonly ownLevel?: boolean;
}
export interface PlainWorst {
  readonly indicatorId: string;
  readonly district?: string;
  readonly percent: string | null;
  readonly line: string;
  readonly behind: string;
}
export interface GoldenLight {
  readonly colour: string;
  readonly why: string;
  readonly worst: PlainWorst | null;
  readonly turnsGreen?: string | null;
  readonly missing?: readonly string[];
  /** Colour, reason and, where it is not green, the months that led to it. */
  readonly sides?: Readonly<Record<string, readonly [string, string, number?]>>;
}
export interface GoldenCase {
  readonly list: 'yinchuan' | 'ouhai' | 'dazu' | 'onSchedule';
  readonly says: string;
  readonly rules?: Partial<PlainRules>;
  readonly indicators: readonly PlainIndicator[];
  readonly breakdown?: readonly { readonly indicatorId: string; readonly districts: readonly PlainDistrict[] }[];
  readonly investment?: {
    readonly year: string;
    readonly payments: readonly { readonly due: string; readonly amount: string }[];
  };
  readonly acts: readonly Act[];
  readonly asOf: string;
  readonly period: number;
  readonly expected: GoldenLight;
}
