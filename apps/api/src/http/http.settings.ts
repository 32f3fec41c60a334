import { isIP } from 'node:net';
import { z } from 'zod';
import type { ConnectionLimits } from './connections';
import { limitsFrom, type Limits } from '../rates/limits';
import type { RateSettings } from '../rates/open-rates';

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];
const isNetwork = (text: string): boolean => {
  const [address, bits, ...more] = text.split('/');
  const width = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    more.length === 0 && width > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits > 0 && +bits <= width))
  );
};

/** @throws by zod's context: the message says which limit is wrong */
const limits = (text: string, context: z.RefinementCtx): Limits => {
  try {
    return limitsFrom(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
};

/** What the HTTP layer reads from the environment. */
export const HttpEnvironment = {
  BODY_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(16_777_216).default(1_048_576),
  /** The page to try the API, at /api: off in production unless it is asked for. */
  API_PAGE: z.enum(['0', '1']).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (proxies) => proxies.every((proxy) => NAMED_NETWORKS.includes(proxy) || isNetwork(proxy)),
      'addresses or networks with commas between, such as 10.0.0.7,192.168.3.0/24; or loopback, linklocal, uniquelocal',
    ),
  REQUEST_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(300_000).default(30_000),
  MAX_CONNECTIONS: z.coerce.number().int().min(10).max(100_000).default(1_000),
  RATE_LIMITS: z.string().default('').transform(limits),
  RATE_STORE: z.enum(['memory', 'postgres']).default('memory'),
};
type Environment = z.output<z.ZodObject<typeof HttpEnvironment>>;

/** How the api meets the network. */
export interface HttpSettings extends ConnectionLimits, RateSettings {
  readonly bodyLimitBytes: number;
  /** Whether /api describes the routes and lets people try them. */
  readonly apiPage: boolean;
  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: addresses, networks, or names of networks. */
  readonly trustedProxies: readonly string[];
}

export const httpSettings = (env: Environment, production: boolean): HttpSettings => ({
  bodyLimitBytes: env.BODY_LIMIT_BYTES,
  apiPage: env.API_PAGE ? env.API_PAGE === '1' : !production,
  trustedProxies: env.TRUSTED_PROXIES,
  requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
  maxConnections: env.MAX_CONNECTIONS,
  limits: env.RATE_LIMITS,
  rateStore: env.RATE_STORE,
});
