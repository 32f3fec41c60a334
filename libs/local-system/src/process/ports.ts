import { createServer } from 'node:net';

/** Listens for a moment; returns the port it got, or undefined when it is taken. */
const tryListening = (port: number, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });

export const isPortFree = async (port: number, host: string): Promise<boolean> =>
  (await tryListening(port, host)) !== undefined;

/** A port that is free now. Another process may take it first: callers try again. */
export async function freePort(host: string): Promise<number> {
  const port = await tryListening(0, host);
  if (port === undefined) throw new Error(`No free port on ${host}`);
  return port;
}
