import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A connection through the proxy, its two ends, and the application name of its client. */
interface ProxiedConnection {
  readonly client: Socket;
  readonly server: Socket;
  application: string;
  /** The handshake is over: from now on answers belong to requests. */ greeted: boolean;
  passed: Record<Direction, Promise<void>>;
}
type Direction = 'to server' | 'to client';

/** What the network does to bytes at the moment. */
interface Weather {
  /** Nothing gets through in either direction; it arrives later, as with TCP. */
  readonly silent?: boolean;
  /** Only answers are held back: the server works on requests. */
  readonly halfOpen?: boolean;
  /** Milliseconds added to each chunk. */
  readonly delay?: number;
  /** So many bytes of answers still pass, then the connection is reset within a message. */
  cutAfter?: number;
  /** The next answer to a client of such a name is lost together with its connection: the server has done the work. */
  dropReplyTo?: RegExp;
}

const FAIR: Weather = {};
const AGAIN_MS = 5;
/** PostgreSQL's "ready for query", outside of a transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** A proxy between a client and PostgreSQL that behaves as badly as required. */
export class FaultProxy {
  /** Opens a proxy for a port of this machine. */
  static async before(port: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(port);
    await new Promise<void>((resolve) => {
      proxy.door.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private readonly lines = new Set<ProxiedConnection>();
  private readonly door: Server;
  private weather: Weather = FAIR;

  private constructor(private readonly target: number) {
    this.door = createServer({ allowHalfOpen: true }, (client) => this.join(client));
  }

  get port(): number {
    return (this.door.address() as AddressInfo).port;
  }

  /** Sets the behaviour until the next change. */
  becomes(weather: Weather): void {
    this.weather = weather;
  }
  clearsUp(): void {
    this.weather = FAIR;
  }
  /** Whether the requested loss has struck. */
  get hasStruck(): boolean {
    return this.weather.cutAfter === undefined && this.weather.dropReplyTo === undefined;
  }

  /** Resets both ends of every connection. */
  reset(): void {
    for (const proxied of this.lines) this.tear(proxied);
  }

  /** Cuts only the clients' ends: the server continues its work and notices when it answers. */
  cutClients(): void {
    for (const { client } of this.lines) client.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.clearsUp();
    this.reset();
    await new Promise<void>((resolve) => {
      this.door.close(() => resolve());
    });
  }

  private join(client: Socket): void {
    const proxied: ProxiedConnection = {
      client,
      server: connect({ host: '127.0.0.1', port: this.target, allowHalfOpen: true }),
      application: '',
      greeted: false,
      passed: { 'to server': Promise.resolve(), 'to client': Promise.resolve() },
    };
    this.lines.add(proxied);
    client.once('data', (hello: Buffer) => {
      proxied.application = /application_name\0([^\0]*)\0/.exec(hello.toString('latin1'))?.[1] ?? '';
    });
    this.carry(proxied, 'to server', client, proxied.server);
    this.carry(proxied, 'to client', proxied.server, client);
  }

  private carry(proxied: ProxiedConnection, direction: Direction, from: Socket, to: Socket): void {
    const inTurn = (step: () => Promise<void> | void) => {
      proxied.passed[direction] = proxied.passed[direction].then(step);
    };
    from.on('data', (bytes: Buffer) => inTurn(() => this.pass(proxied, direction, to, bytes)));
    from.on('end', () =>
      inTurn(() => {
        if (to.writable) to.end();
      }),
    );
    from.on('error', () => undefined); // the close follows
    from.on('close', () => {
      if (!to.destroyed)
        inTurn(() => {
          to.destroy();
        });
      if (proxied.client.destroyed && proxied.server.destroyed) this.lines.delete(proxied);
    });
  }

  private async pass(proxied: ProxiedConnection, direction: Direction, to: Socket, bytes: Buffer): Promise<void> {
    if (this.weather.delay) await pause(this.weather.delay);
    while ((this.weather.silent || (this.weather.halfOpen && direction === 'to client')) && !to.destroyed)
      await pause(AGAIN_MS);
    if (!to.writable) return;
    if (direction === 'to client' && this.strikes(proxied, bytes)) return;
    to.write(bytes);
  }

  /** True when a pending fault consumed these bytes. */
  private strikes(proxied: ProxiedConnection, bytes: Buffer): boolean {
    const { weather } = this;
    if (proxied.greeted && weather.dropReplyTo?.test(proxied.application)) {
      weather.dropReplyTo = undefined;
      this.tear(proxied);
      return true;
    }
    proxied.greeted ||= bytes.subarray(-READY.length).equals(READY);
    if (weather.cutAfter === undefined) return false;
    if (bytes.length < weather.cutAfter) {
      weather.cutAfter -= bytes.length;
      return false;
    }
    proxied.client.write(bytes.subarray(0, weather.cutAfter), () => this.tear(proxied));
    weather.cutAfter = undefined;
    return true;
  }

  private tear({ client, server }: ProxiedConnection): void {
    client.resetAndDestroy();
    server.resetAndDestroy();
  }
}
