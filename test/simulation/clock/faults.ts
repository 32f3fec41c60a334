import { between, oneOf, type Random } from '@minsheng/rehearsal';

/** Likelihood of each fault where it can strike, 0 to 1. */
const LIKELIHOODS = {
  'lost before it took effect': 0.015,
  'lost after it took effect': 0.02,
  'refused as busy': 0.02,
  slow: 0.03,
  'very slow': 0.003,
  'wake-up lost': 0.1,
  'wake-up doubled': 0.1,
  'reply lost': 0.04,
  'request doubled': 0.04,
} as const;
export type PassingFault = keyof typeof LIKELIHOODS;
/** Faults of whole processes and subscribers: see `ill-luck.ts`. */
const BLOWS = ['crash', 'sleep', 'cut off', 'pause', 'poison'] as const;
export type Blow = (typeof BLOWS)[number];
export type Fault = PassingFault | Blow;
export const everyFault: readonly Fault[] = [...(Object.keys(LIKELIHOODS) as PassingFault[]), ...BLOWS];

/** Decides by seed where faults strike, and counts them. None after `end`. */
export class Faults {
  readonly counts = new Map<Fault, number>();
  private over = false;

  constructor(private readonly random: Random) {}

  get ended() {
    return this.over;
  }
  end(): void {
    this.over = true;
  }

  strikes(fault: PassingFault): boolean {
    if (this.over || this.random() >= LIKELIHOODS[fault]) return false;
    this.count(fault);
    return true;
  }

  count(fault: Fault): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
  }

  /** Simulated milliseconds of one message. */
  latency(): number {
    if (this.over) return 1;
    const most = this.strikes('very slow') ? 4_000 : this.strikes('slow') ? 200 : 4;
    return this.between(0, most);
  }

  /** A whole number. */
  between(least: number, most: number): number {
    return Math.floor(between(this.random, least, most));
  }
  oneOf<T>(all: readonly T[]): T {
    return oneOf(this.random, all);
  }
}
