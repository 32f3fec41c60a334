import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** One connection through the proxy, both of its ends, and the name its client gave to PostgreSQL. */
interface ProxiedConnection {
  readonly client: Socket;
  readonly server: Socket;
  application: string;
  /** The server has greeted: from now on answers are answers to questions. */ greeted: boolean;
  passed: Record<Direction, Promise<void>>;
}
type Direction = 'to server' | 'to client';

/** What the network does to bytes for the time being. */
interface Weather {
  /** Neither way does anything get through; what was sent arrives when it clears up, as TCP does it. */
  readonly silent?: boolean;
  /** Only answers are held back: the server works on what it is asked. */
  readonly halfOpen?: boolean;
  /** Milliseconds for every piece of data. */
  readonly delay?: number;
  /** So many bytes of answers still pass, then the line they are on is reset in the middle of a message. */
  cutAfter?: number;
  /**
   * The next answer to a client of such a name gets lost and the line with it: the server has done what it was asked.
   */
  dropReplyTo?: RegExp;
}

const FAIR: Weather = {};
const AGAIN_MS = 5;
/** PostgreSQL's "ready for query", outside of a transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Stands between a client and PostgreSQL, and is as bad a network as it is told to be. */
export class FaultProxy {
  /** Opens it in front of a port of this machine. */
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

  /** Until the next change of weather. */
  becomes(weather: Weather): void {
    this.weather = weather;
  }
  clearsUp(): void {
    this.weather = FAIR;
  }
  /** Whether a loss that was asked for has struck. */
  get hasStruck(): boolean {
    return this.weather.cutAfter === undefined && this.weather.dropReplyTo === undefined;
  }

  /** Both ends of every line are reset. */
  reset(): void {
    for (const proxied of this.lines) this.tear(proxied);
  }

  /** Only the clients' ends are cut: the server goes on with what it was asked, and notices when it answers. */
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

  /** True when these bytes were dealt with by a fault that was waiting for them. */
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
