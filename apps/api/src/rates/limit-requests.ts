import { routes, type Route } from '@minsheng/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AdmittedRequest } from '../identity/admit-callers';
import type { LimitName } from './limits';
import { networkOf } from './network-of';
import { LimitReached, type Rates, type Standing } from './rates';

/** Routes with a limit of their own. */
const ofRoute = new Map<Route | undefined, LimitName>([
  [routes.SubmitSuggestion, 'suggestions'],
  [routes.RateProject, 'ratings'],
  [routes.TrackedSuggestion, 'tracking-codes'],
]);
const NOT_FOUND = 404;

const append = (reply: FastifyReply, header: string, item: string): void => {
  void reply.header(header, [reply.getHeader(header), item].filter(Boolean).join(', '));
};
/** As draft-ietf-httpapi-ratelimit-headers has it. */
const show = (reply: FastifyReply, { name, requests, seconds, remaining, resetSeconds }: Standing): void => {
  append(reply, 'RateLimit-Policy', `"${name}";q=${requests};w=${seconds}`);
  append(reply, 'RateLimit', `"${name}";r=${remaining};t=${resetSeconds}`);
};
const take = async (rates: Rates, reply: FastifyReply, name: LimitName, whose: string): Promise<void> => {
  try {
    show(reply, await rates.take(name, whose));
  } catch (error) {
    if (error instanceof LimitReached) show(reply, error.standing);
    throw error;
  }
};

/** Before anything else is done for a request: does its address ask too often? */
export const limitAddresses = (server: FastifyInstance, rates: Rates): void => {
  server.addHook('onRequest', (request, reply) => take(rates, reply, 'address', networkOf(request.ip)));
};

/** Limits of a request whose caller is known, or is known to be nobody. */
const limitsOf = ({ admittedTo, caller, query }: AdmittedRequest): LimitName[] => {
  const own = ofRoute.get(admittedTo);
  return [
    ...(caller && admittedTo?.method !== 'GET' ? (['person'] as const) : []),
    ...(own ? [own] : []),
    ...((query as { asOf?: string }).asOf === undefined ? [] : (['as-of'] as const)),
  ];
};

/** After the caller is known, and before the body is read: does the token, the person or the address ask too often? */
export const limitCallers = (server: FastifyInstance, rates: Rates): void => {
  const codesTried = new WeakMap<FastifyRequest, string>();
  server.addHook('onRequest', async (request: AdmittedRequest, reply) => {
    const { caller, headers } = request;
    if (headers.authorization) await take(rates, reply, 'token', headers.authorization);
    const whose = caller?.actor.id ?? networkOf(request.ip);
    for (const name of limitsOf(request)) {
      await take(rates, reply, name, whose);
      if (name === 'tracking-codes') codesTried.set(request, whose);
    }
  });
  server.addHook('onSend', async (request, reply) => {
    const whose = codesTried.get(request);
    if (whose !== undefined && reply.statusCode !== NOT_FOUND) await rates.giveBack('tracking-codes', whose);
  });
};
