import { Client, type ClientConfig, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

/**
 * One connection on which a statement is sent while those before it still run: the server finds the next one waiting when it is done with
 * one, and answers in their order. Each is a transaction of its own. Opened when first asked for, and anew after it was lost.
 */
export class PipelinedConnection {
  private client?: Promise<Client>;

  constructor(private readonly config: ClientConfig) {}

  async query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    const client = await (this.client ??= this.open());
    return client.query<Row>(statement);
  }

  /** Waits for the answers that are due. */
  async end(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    await client?.end();
  }

  private open(): Promise<Client> {
    const client = new Client({ ...this.config, pipeline: true } as ClientConfig); // the driver's types do not know the setting yet
    const opened = client.connect().then(() => client);
    const forget = (): void => { if (this.client === opened) this.client = undefined; };
    client.on('error', forget).once('end', forget);
    opened.catch(forget);
    return opened;
  }
}
