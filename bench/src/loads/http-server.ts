import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { CommandProcessor } from '@minsheng/command-handling';
import { EvaluationCommands, PersonTag, ProjectId } from '@minsheng/contracts';
import {
  migrateEventStore,
  PostgresEventStore,
  type Append,
  type AppendReceipt,
  type EventStore,
  type NewEvent,
} from '@minsheng/event-store';
import { Body, Controller, Inject, Module, Param, Post, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CommandHandler, CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { makeEventsTable } from '../contestants/events-table';
import { INSERT } from '../contestants/single-insert';
import type { Helper } from '../harness/helper';

/**
 * What is behind the route: only Fastify; Nest and its bus; and behind these the product's commands, whose events are
 * dropped, inserted one by one into a table, or appended to the log.
 */
export type Behind = 'fastify' | 'nest' | 'decided' | 'inserted' | 'durable';
export interface Served {
  readonly url: string;
  readonly fastify: string;
}

type Rating = (typeof EvaluationCommands.RecordRating)['schema']['_output'];
interface Receipt {
  readonly id: string;
  readonly streamVersion: number;
  readonly position: string;
}
type Rate = (projectId: ProjectId, rating: Rating) => Promise<Receipt>;

const RATE = Symbol('what happens to a rating');
const SCHEMA = {
  type: 'object',
  required: ['raterTag', 'round', 'repairs', 'level', 'badLevel'],
  additionalProperties: false,
  properties: {
    raterTag: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    round: { type: 'integer', minimum: 1 },
    repairs: { type: 'integer', minimum: 0 },
    level: { type: 'integer', minimum: 1, maximum: 5 },
    badLevel: { type: 'integer', minimum: 1, maximum: 5 },
  },
};

class RateProject {
  constructor(
    readonly projectId: ProjectId,
    readonly rating: Rating,
  ) {}
}

@CommandHandler(RateProject)
class RateProjectHandler {
  constructor(@Inject(RATE) private readonly rate: Rate) {}
  execute({ projectId, rating }: RateProject): Promise<Receipt> {
    return this.rate(projectId, rating);
  }
}

@Controller()
class RatingController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}
  @Post('projects/:projectId/ratings')
  accept(@Param('projectId') projectId: string, @Body() body: unknown): Promise<Receipt> {
    return this.bus.execute(
      new RateProject(ProjectId.parse(projectId), EvaluationCommands.RecordRating.schema.parse(body)),
    );
  }
}

@Module({ imports: [CqrsModule.forRoot()], controllers: [RatingController] })
class RatingModule {
  static with(rate: Rate): DynamicModule {
    return { module: RatingModule, providers: [{ provide: RATE, useValue: rate }, RateProjectHandler] };
  }
}

const answerAtOnce: Rate = async (id) => ({ id, streamVersion: 1, position: '1' });

/** One server with one route; every request is a rating by another person, a stream of its own. */
export async function open({ behind, url }: { readonly behind: Behind; readonly url: string }): Promise<Helper> {
  const { rate, close } = await behindRoute(behind, url);
  const app = behind === 'fastify' ? await bareFastify(rate) : await nest(rate);
  return {
    tasks: {
      served: async (): Promise<Served> => ({
        url: `${app.url}/projects/511400-2019-gardens001/ratings`,
        fastify: app.instance.version,
      }),
    },
    close: async () => {
      await app.close();
      await close();
    },
  };
}

interface App {
  readonly url: string;
  readonly instance: FastifyInstance;
  close(): Promise<unknown>;
}

async function bareFastify(rate: Rate): Promise<App> {
  const instance = Fastify();
  instance.post<{ Params: { projectId: string }; Body: Rating }>(
    '/projects/:projectId/ratings',
    { schema: { body: SCHEMA } },
    (request, reply) => {
      void reply.code(201);
      return rate(request.params.projectId as ProjectId, request.body);
    },
  );
  return { url: await instance.listen({ host: '127.0.0.1', port: 0 }), instance, close: () => instance.close() };
}

async function nest(rate: Rate): Promise<App> {
  const app = await NestFactory.create<NestFastifyApplication>(RatingModule.with(rate), new FastifyAdapter(), {
    logger: ['error'],
  });
  await app.listen(0, '127.0.0.1');
  return {
    url: await app.getUrl(),
    instance: app.getHttpAdapter().getInstance() as unknown as FastifyInstance,
    close: () => app.close(),
  };
}

async function behindRoute(behind: Behind, url: string): Promise<{ rate: Rate; close(): Promise<void> }> {
  if (behind === 'fastify' || behind === 'nest') return { rate: answerAtOnce, close: async () => undefined };
  const { store, close } = await storeOf(behind, url);
  return { rate: byCommand(new CommandProcessor(store)), close };
}

async function storeOf(
  behind: 'decided' | 'inserted' | 'durable',
  url: string,
): Promise<{ store: EventStore; close(): Promise<void> }> {
  if (behind === 'decided') return { store: appendingBy(async () => undefined), close: async () => undefined };
  if (behind === 'inserted') {
    await makeEventsTable(url);
    const pool = new Pool({ connectionString: url, max: 16 });
    const insert = ({ id, type, version, data, metadata }: NewEvent, stream: string) =>
      pool.query({ ...INSERT, values: [0, id, stream, type, version, data, metadata] });
    return { store: appendingBy(insert), close: () => pool.end() };
  }
  await migrateEventStore(url);
  const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-http' });
  return { store, close: () => store.close() };
}

/** An empty log of which only the append is measured: every rating is the one event of a new stream. */
const appendingBy = (write: (event: NewEvent, stream: string) => Promise<unknown>): EventStore =>
  ({
    read: async () => [], // the notices on holidays: none is adopted
    appendGroup: (members: readonly Append[]): Promise<AppendReceipt[]> =>
      Promise.all(
        members.map(async ({ stream, events: [event] }) => {
          await write(event, stream);
          return { stream, revision: 0, position: 1n, repeated: false };
        }),
      ),
  }) as unknown as EventStore;

const byCommand =
  (processor: CommandProcessor): Rate =>
  (projectId, { round, repairs, level, badLevel }) => {
    const commandId = randomUUID(); // the load sends the same body every time
    const raterTag = PersonTag.parse(commandId.replaceAll('-', ''));
    const envelope = {
      actor: { id: raterTag, role: 'public' as const },
      on: '2019-11-25',
      commandId,
      fingerprint: 'rating',
      correlationId: 'bench',
    };
    return processor.execute(
      'rating',
      `${projectId}-${raterTag}`,
      { type: 'RecordRating', data: { raterTag, round, repairs, level, badLevel } },
      envelope,
      projectId,
    );
  };
