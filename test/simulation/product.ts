/**
 * The parts of the product inside the apps. They have no package name, so they are loaded by path from their sources;
 * their outside view is declared once, in this file. Everything else comes from the libraries by name.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CommandProcessor, Envelope, Receipt } from '@minsheng/command-handling';
import type { ProjectId, SuggestionId } from '@minsheng/contracts';
import type { EventStore, RecordedEvent } from '@minsheng/event-store';
import type { AnyProjection, RowStore, SetAside, SetAsideEntry } from '@minsheng/read-models';

const load = createRequire(__filename);
const APPS = path.resolve(__dirname, '../../apps');

export interface Lease {
  readonly epoch: string;
  position: bigint;
  setAside: SetAside;
}
export interface Checkpoint {
  readonly name: string;
  acquire(): Promise<Lease | undefined>;
  move(lease: Lease, to: bigint, setAside?: readonly SetAsideEntry[]): Promise<void>;
  halt(lease: Lease, at: bigint, reason: string): Promise<void>;
  release(lease: Lease, at: bigint): Promise<void>;
}
export interface Subscriber {
  readonly name: string;
  apply(lease: Lease, events: readonly RecordedEvent[]): Promise<readonly SetAsideEntry[]>;
}
/** The policies, which act again on what has waited. */
export interface Policies extends Subscriber {
  actAgain(waiting: readonly SetAsideEntry[], until: bigint): Promise<SetAsideEntry[]>;
}
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;
/** The part of a pino logger that the projector uses. */
export type Logger = Readonly<
  Record<'info' | 'warn' | 'error', (facts: Readonly<Record<string, unknown>>, message: string) => void>
>;

interface Projector {
  readonly CheckpointMoved: new (message: string) => Error;
  readonly SubscriptionRunner: new (
    store: EventStore,
    subscriber: Subscriber,
    checkpoint: Checkpoint,
    log: Logger,
    wait: Wait,
  ) => object;
  readonly ProjectionRunner: new (rows: RowStore, projection: AnyProjection) => Subscriber;
  readonly PolicyRunner: new (checkpoint: Checkpoint, store: EventStore, log: Logger) => Policies;
}
const projector = (part: string) => load(path.join(APPS, 'projector/src', part)) as Projector;
export const { CheckpointMoved } = projector('projecting/checkpoint');
export const { SubscriptionRunner } = projector('projecting/subscription-runner');
export const { ProjectionRunner } = projector('projecting/projection-runner');
export const { PolicyRunner } = projector('policies/policy-runner');

/** The input of the api's handlers that read a second stream. */
interface Sent<Id, Data> {
  readonly id: Id;
  readonly data: Data;
  readonly envelope: Envelope;
  readonly subject: string;
}
/** The part of the vault that a rating without a comment uses. */
export interface PersonTags {
  personTag(scope: string, subject: string): string;
}
interface Api {
  readonly MergeSuggestionHandler: new (processor: CommandProcessor) => {
    execute(sent: Sent<SuggestionId, { readonly into: SuggestionId }>): Promise<Receipt>;
  };
  readonly RateProjectHandler: new (
    processor: CommandProcessor,
    vault: PersonTags,
  ) => { execute(sent: Sent<ProjectId, { readonly level: number }>): Promise<Receipt> };
}
load('reflect-metadata');
const api = (part: string) => load(path.join(APPS, 'api/src', part)) as Api;
export const { MergeSuggestionHandler } = api('suggestion/merge-suggestion.handler');
export const { RateProjectHandler } = api('evaluation/rate-project.handler');
