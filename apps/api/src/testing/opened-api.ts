import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandProcessor } from '@minsheng/command-handling';
import { InMemoryEventStore, loggableError, type EventStore } from '@minsheng/event-store';
import { temporaryDatabase } from '@minsheng/event-store/testing';
import {
  foldBatch,
  migrateReadModels,
  openReadModels,
  POLICIES,
  projections,
  replaceSetAside,
  SetAside,
  TableRows,
  type AnyProjection,
  type DataSource,
} from '@minsheng/read-models';
import { newEvent, streamOf, type GivenEvent } from '@minsheng/read-models/testing';
import { migrateVault, Revocations, Tombstones, Vault, VaultKeys } from '@minsheng/vault';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import pino from 'pino';
import { ShanghaiClock } from '../command-handling/clock';
import { createApp } from '../create-app';
import type { HttpSettings } from '../http/http.settings';
import { Rates } from '../rates/rates';
import { ReadModels } from '../reading/read-models';
import type { SecurityEvent, SecurityLog } from '../security-log/security-log';
import { actOnEverything } from './acting-policies';
import { assertProblem } from './assert-problem';
import { openIssuer, type Person, type TestIssuer } from './issued-tokens';
import { testedHttp } from './tested-http';

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- it came over HTTP: the expectations say its shape
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}
export interface Sending {
  readonly key?: string | null;
  readonly on?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}
export interface Logged {
  readonly stream: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
}

/** Stands for whichever is there now: the app is made once, the log anew for every test. */
const always = <T extends object>(now: () => T): T =>
  new Proxy(now(), {
    get: (_, name) => {
      const value = Reflect.get(now(), name);
      return typeof value === 'function' ? value.bind(now()) : value;
    },
  });

/** HTTP in, events out: the whole api on an empty log for every test, its clock in rehearsal. */
export class OpenedApi {
  app!: NestFastifyApplication;
  vault!: Vault;
  pool!: Pool;
  store: EventStore = new InMemoryEventStore();
  private processor = new CommandProcessor(this.store);
  issuer!: TestIssuer;
  dataSource!: DataSource;
  readModels!: ReadModels;
  /** What the api logged, as text. */
  readonly logged: string[] = [];
  /** What the security log got. */
  readonly securityEvents: SecurityEvent[] = [];
  readonly securityLog: SecurityLog = {
    record: async (event) => {
      this.securityEvents.push(event);
    },
  };
  private given_ = 0;
  private keys = 0;
  private readonly tokens = new Map<string, string>();
  private close: () => Promise<void> = async () => {};

  constructor(
    private readonly settings: {
      readonly http?: Partial<HttpSettings>;
      readonly rehearsal?: boolean;
      /** The log of each test; in memory unless another is opened here. */
      readonly openStore?: () => Promise<EventStore>;
    } = {},
  ) {
    beforeAll(() => this.open());
    afterAll(() => this.close());
    beforeEach(() => this.empty());
  }

  /** What has happened before the test begins. */
  async given(...given: readonly GivenEvent[]): Promise<void> {
    for (const event of given) await this.store.append(streamOf(event), 'any', [newEvent(event, (this.given_ += 1))]);
  }
  /** The events that the requests of this test brought into the log. */
  async events(): Promise<Logged[]> {
    const log = await this.store.readAll(BigInt(this.given_), { limit: 10_000 });
    return log.map(({ stream, type, data, metadata }) => ({
      stream,
      type,
      data: JSON.parse(data),
      metadata: JSON.parse(metadata),
    }));
  }
  /** Acts on every event as the projector's policies do, until nothing is left to do. */
  policiesActed(): Promise<void> {
    return actOnEverything(this.store, this.processor);
  }
  /**
   * Brings the read models up to the log, as the projector does. A build with a fault sets aside what it cannot apply.
   */
  async shown(faulty?: (projection: AnyProjection) => AnyProjection): Promise<void> {
    const log = await this.store.readAll(0n, { limit: 10_000 });
    for (const projection of projections) {
      const setAside = faulty && new SetAside();
      await new TableRows(this.dataSource.getMetadata(projection.entity)).write(
        this.dataSource.manager,
        await foldBatch(faulty?.(projection) ?? projection, log, async () => new Map(), setAside),
      );
      await replaceSetAside(this.dataSource, projection.name, setAside?.entries ?? []);
    }
    await this.readModels.whatWaits();
    await this.dataSource.query(
      `insert into read.checkpoint (name, position)
       select name, $2 from unnest($1::text[]) name
       on conflict (name) do update set position = excluded.position`,
      [[...projections.map(({ name }) => name), POLICIES], log.length],
    );
  }

  /** The bearer header of a person. */
  async bearer(person: Person): Promise<string> {
    const known = this.tokens.get(person.sub) ?? (await this.issuer.sign({ ...person }));
    this.tokens.set(person.sub, known);
    return `Bearer ${known}`;
  }
  async post(
    path: string,
    body: unknown,
    person?: Person,
    { key, on = '2019-03-28', headers, payload }: Sending = {},
  ): Promise<Answer> {
    return this.send(
      'POST',
      path,
      person,
      {
        ...(key !== null && { 'idempotency-key': key ?? `request-${(this.keys += 1)}` }),
        ...(on && person && { 'business-date': on }),
        'content-type': 'application/json',
        ...headers,
      },
      payload ?? JSON.stringify(body),
    );
  }
  get(path: string, person?: Person, { on, headers }: Sending = {}): Promise<Answer> {
    return this.send('GET', path, person, { ...(on && { 'business-date': on }), ...headers });
  }
  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    person: Person | undefined,
    headers: Readonly<Record<string, string>>,
    payload?: string | Buffer,
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: path.startsWith('/') ? path : encodeURI(`/api/v1/${path}`),
      headers: { ...(person && { authorization: await this.bearer(person) }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    if (answer.statusCode >= 400 && path !== '/readyz') assertProblem(answer.headers['content-type'], answer.json());
    return {
      status: answer.statusCode,
      body: /json/.test(String(answer.headers['content-type'])) ? answer.json() : answer.body,
      headers: answer.headers,
    };
  }

  private async open(): Promise<void> {
    const database = await temporaryDatabase();
    await migrateReadModels(database.connectionString);
    this.dataSource = await openReadModels(database.connectionString, { maxConnections: 4 });
    this.pool = new Pool({ connectionString: database.connectionString, max: 2 });
    const keys = new VaultKeys(Buffer.alloc(32, 7), () => [Buffer.alloc(32, 8)]);
    const folder = mkdtempSync(join(tmpdir(), 'ledger-erasures-'));
    await migrateVault(this.pool, keys);
    this.vault = new Vault(this.pool, keys, new Tombstones(join(folder, 'vault-erasures'), keys));
    this.issuer = await openIssuer(new Revocations(this.pool, this.vault));
    const store = always(() => this.store);
    this.readModels = new ReadModels(this.dataSource, store);
    const http = { ...testedHttp, ...this.settings.http };
    this.app = await createApp(
      {
        processor: always(() => this.processor),
        readModels: this.readModels,
        vault: this.vault,
        tokens: this.issuer.tokens,
        clock: new ShanghaiClock(this.settings.rehearsal ?? true),
        securityLog: this.securityLog,
      },
      {
        http,
        rates: new Rates(http.limits, (text) => this.vault.actorTag(text)),
        log: pino(
          { level: 'error', serializers: { err: loggableError } },
          {
            write: (line: string) => {
              this.logged.push(line);
            },
          },
        ),
      },
    );
    await this.app.init();
    await this.app.getHttpAdapter().getInstance().ready();
    this.close = async () => {
      await this.app.close();
      await Promise.all([this.dataSource.destroy(), this.pool.end()]);
      this.issuer.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    };
  }
  private async empty(): Promise<void> {
    await this.store.close();
    this.store = (await this.settings.openStore?.()) ?? new InMemoryEventStore();
    this.processor = new CommandProcessor(this.store); // it remembers streams
    this.given_ = 0;
    this.securityEvents.length = 0;
    await this.dataSource.query(
      ['vault.person', 'read.checkpoint', 'read.set_aside', ...projections.map(({ name }) => `read."${name}"`)]
        .map((table) => `delete from ${table}`)
        .join('; '),
    );
    await this.readModels.whatWaits();
  }
}
