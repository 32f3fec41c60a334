import { randomUUID } from 'node:crypto';
import { CommandProcessor, type CommandIn, type Envelope } from '@minsheng/command-handling';
import {
  defaultRules,
  PersonTag,
  type Actor,
  type Category,
  type Commitment,
  type ListId,
  type ProjectId,
} from '@minsheng/contracts';
import { loggableError, migrateEventStore, type EventStore } from '@minsheng/event-store';
import { tampering, temporaryDatabase } from '@minsheng/event-store/testing';
import {
  migrateReadModels,
  POLICIES,
  projections,
  TableRows,
  type AnyProjection,
  type CheckpointRow,
  type DataSource,
} from '@minsheng/read-models';
import pino, { type Logger } from 'pino';
import { open } from '../open';
import { PolicyRunner } from '../policies/policy-runner';
import { TableCheckpoint, type Checkpoint, type Lease } from '../projecting/checkpoint';
import type { Subscriber } from '../projecting/subscription-runner';
import { ProjectionRunner } from '../projecting/projection-runner';

export const listId = '511400-2019' as ListId;
export const works = '市住房和城乡建设局' as never;
export const commission: Actor = { id: 'commission', role: 'commission' };
export const clerkOfWorks: Actor = { id: 'clerk', role: 'department', organisation: works };
export const projectId = (number: number) => `${listId}-project${String(number).padStart(3, '0')}` as ProjectId;
export const commitment = (leads: readonly string[] = [works]) =>
  ({
    title: '口袋公园',
    domain: '环境友好',
    coDepartments: [],
    suggestions: [],
    indicators: leads.map((lead, index) => ({
      id: `i${index + 1}`,
      name: '公园',
      unit: '个',
      comparator: '>=',
      target: '12',
      additive: true,
      applicable: true,
      lead,
      steps: [],
    })),
  }) as unknown as Commitment;

/** The connections of the projector on a database of their own, and the commands that fill its log. */
export interface OpenedLedger {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly log: Logger;
  /** Logged lines, parsed. */
  readonly logged: {
    readonly msg: string;
    readonly code?: string;
    readonly policy?: string;
    readonly stream?: string;
    readonly subscriber?: string;
    readonly key?: string;
  }[];
  send<C extends Category>(category: C, id: string, command: CommandIn<C>, over?: Partial<Envelope>): Promise<void>;
  /** Rates a project; `sign` identifies the person. */
  rate(id: ProjectId, sign: string, level: number): Promise<void>;
  typesIn(stream: string): Promise<string[]>;
  checkpoint(name: string): Promise<Pick<CheckpointRow, 'position' | 'halted'> | undefined>;
  /** Changes recorded events all the same, as a superuser can. */
  tamper(sql: string, values: readonly unknown[]): Promise<void>;
  /** Empties log and read models for the next test. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

const envelope = (): Envelope => ({
  actor: commission,
  on: '2019-03-28',
  commandId: randomUUID(),
  fingerprint: 'asked',
  correlationId: 'test',
});

export const openLedger = async (): Promise<OpenedLedger> => {
  const database = await temporaryDatabase();
  await migrateEventStore(database.connectionString);
  await migrateReadModels(database.connectionString);
  const { store, dataSource, close } = await open({ DATABASE_URL: database.connectionString });
  let processor = new CommandProcessor(store);
  const logged: OpenedLedger['logged'] = [];
  return {
    store,
    dataSource,
    logged,
    log: pino(
      { level: 'debug', serializers: { err: loggableError } },
      {
        write: (line: string) => {
          logged.push(JSON.parse(line));
        },
      },
    ),
    send: async (category, id, command, over) => {
      await processor.execute(category, id, command, { ...envelope(), ...over });
    },
    rate: async (id, sign, level) => {
      const raterTag = PersonTag.parse(sign.repeat(32));
      await processor.execute(
        'rating',
        `${id}-${raterTag}`,
        { type: 'RecordRating', data: { raterTag, round: 1, repairs: 0, level, badLevel: 2 } },
        { ...envelope(), actor: { id: raterTag, role: 'public' } },
        id,
      );
    },
    typesIn: async (stream) => (await store.read(stream)).map(({ type }) => type),
    checkpoint: async (name) =>
      (await dataSource.query('select position::text, halted from read.checkpoint where name = $1', [name]))[0],
    tamper: (sql, values) =>
      dataSource.transaction(async (manager) => {
        await manager.query('set local session_replication_role = replica');
        await manager.query(sql, [...values]);
      }),
    empty: async () => {
      logged.length = 0;
      processor = new CommandProcessor(store); // it caches streams
      await dataSource.query(
        tampering(
          [
            'es.events',
            'es.commands',
            'read.checkpoint',
            'read.set_aside',
            ...projections.map(({ name }) => `read."${name}"`),
          ]
            .map((table) => `delete from ${table}`)
            .join('; '),
        ),
      );
    },
    close: async () => {
      await close();
      await database.drop();
    },
  };
};

/** A subscriber and its checkpoint. */
export interface RunningProjection {
  readonly follows: Subscriber;
  readonly checkpoint: Checkpoint;
}
export const runnerOf = (
  { dataSource }: Pick<OpenedLedger, 'dataSource'>,
  projection: AnyProjection,
): RunningProjection => ({
  follows: new ProjectionRunner(new TableRows(dataSource.getMetadata(projection.entity)).in(dataSource), projection),
  checkpoint: new TableCheckpoint(dataSource, projection.name),
});
export const policyRunner = ({ dataSource, store, log }: OpenedLedger): RunningProjection => {
  const checkpoint = new TableCheckpoint(dataSource, POLICIES);
  return { follows: new PolicyRunner(checkpoint, store, log), checkpoint };
};

/** Acquires a checkpoint that no other process holds. */
export const taken = async (checkpoint: Checkpoint): Promise<Lease> => {
  const lease = await checkpoint.acquire();
  if (!lease) throw new Error(`${checkpoint.name} cannot be taken`);
  return lease;
};

/** Applies the log in batches, as a subscriber would. */
export const catchUp = async (
  store: EventStore,
  { follows, checkpoint }: RunningProjection,
  batch = 1_000,
): Promise<void> => {
  const lease = await taken(checkpoint);
  for (let at = lease.position; ;) {
    const page = await store.readAll(at, { limit: batch });
    if (page.length === 0) return checkpoint.release(lease, at);
    await follows.apply(lease, page);
    at = page[page.length - 1].position;
  }
};

/**
 * A list decided by government, adopted with this many projects, each led by these departments. No policy has acted
 * yet.
 */
export const adoptList = async (
  { send }: OpenedLedger,
  projects: number,
  leads?: readonly string[],
): Promise<ProjectId[]> => {
  const ids = Array.from({ length: projects }, (_, index) => projectId(index + 1));
  await send('annual-list', listId, {
    type: 'OpenAnnualList',
    data: { regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: projects },
  });
  await send('annual-list', listId, { type: 'AdoptRules', data: { rules: defaultRules } });
  for (const id of ids) await send('candidate', id, { type: 'ProposeCandidate', data: commitment(leads) });
  await send('annual-list', listId, { type: 'PutToDecision', data: { projectIds: ids } }, { on: '2019-01-05' });
  await send('annual-list', listId, {
    type: 'DecideByGovernment',
    data: { body: '市人民政府', heldOn: '2019-01-10', documentNo: '1号', projectIds: ids },
  });
  await send('annual-list', listId, { type: 'AdoptAnnualList', data: { announcementNo: '1号' } });
  return ids;
};

/** Reports and verifies a month, as one department's cumulative figure. */
export const reportMonth = async (
  { send }: OpenedLedger,
  id: ProjectId,
  period: string,
  value: string,
): Promise<void> => {
  const month = { period: period as never };
  await send(
    'delivery',
    id,
    {
      type: 'SubmitReport',
      data: { ...month, lines: [{ indicatorId: 'i1' as never, value }], progress: '按计划推进', evidence: [] },
    },
    { actor: clerkOfWorks, on: `${period}-25` },
  );
  await send(
    'delivery',
    id,
    { type: 'VerifyReport', data: { ...month, department: works, how: 'documents' } },
    { on: `${period}-26` },
  );
};
