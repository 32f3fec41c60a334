import { Client, type ClientConfig, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

/**
 * One connection on which a statement is sent while those before it still run: the server finds the next one waiting
 * when it is done with one, and answers in their order. Each is a transaction of its own. Opened when first asked for,
 * and anew after it was lost.
 */
export class PipelinedConnection {
  private opening?: Promise<Client>;
  private open?: Client;

  constructor(private readonly config: ClientConfig) {}

  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    // at once: the server shall not wait for what is encoded next
    if (this.open) return this.open.query<Row>(statement);
    return (this.opening ??= this.dial()).then((client) => client.query<Row>(statement));
  }

  /** Waits for the answers that are due. */
  async end(): Promise<void> {
    const client = await this.opening?.catch(() => undefined);
    await client?.end();
  }

  private dial(): Promise<Client> {
    // the driver's types do not know the setting yet
    const client = new Client({ ...this.config, pipeline: true } as ClientConfig);
    const forget = (): void => {
      if (this.opening === opening) this.opening = undefined;
      if (this.open === client) this.open = undefined;
      void client.end().catch(() => undefined); // an error need not have closed it
    };
    const opening = client.connect().then(() => (this.open = client));
    client.on('error', forget).once('end', forget);
    opening.catch(forget);
    return opening;
  }
}
