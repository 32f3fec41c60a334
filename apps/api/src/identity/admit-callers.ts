import { regionNamedBy, routes, staff, type Role, type Route } from '@minsheng/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Vault } from '@minsheng/vault';
import type { Clock } from '../command-handling/clock';
import { assertKeepable } from '../http/assert-keepable';
import { Problem } from '../http/problem';
import type { Caller } from './caller';
import { claimed } from './claims';
import { problemOfToken } from './problem-of-token';
import type { Tokens } from './tokens';

/** A request after it was admitted: to which route, and from whom if they hold a token. */
export type AdmittedRequest = FastifyRequest & { admittedTo?: Route; caller?: Caller };

/** What it takes to know a caller. */
export interface Admission {
  readonly tokens: Tokens;
  readonly vault: Vault;
  readonly clock: Clock;
}

const byAddress = new Map<string, Route>(
  Object.values(routes).map((route) => [`${route.method} ${route.path}`, route]),
);
/** The route of the contracts that a request is for; undefined where the API has none. HEAD asks as GET does. */
const routeOf = ({ method, routeOptions }: FastifyRequest): Route | undefined =>
  byAddress.get(`${method === 'HEAD' ? 'GET' : method} ${routeOptions.url}`);

/**
 * Before the body is read: who is it, may they use this route, and is it about their own region? Who may not costs the
 * server no parsing.
 */
export const admitCallers = (server: FastifyInstance, { tokens, vault, clock }: Admission): void => {
  const bearerOf = async (
    authorization: string | undefined,
  ): Promise<Pick<Caller, 'subject' | 'actor'> | undefined> => {
    if (!authorization) return undefined;
    const [scheme, token] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !token) throw new Problem('TOKEN_INVALID');
    const { subject, actor } = await tokens.check(token).catch((error: unknown) => {
      throw problemOfToken(error);
    });
    return { subject, actor: { id: vault.actorTag(subject), ...claimed(actor) } };
  };
  server.addHook('onRequest', async (request: AdmittedRequest) => {
    assertKeepable(request.params); // also of what falls through to the files of the API page
    assertKeepable(request.query);
    const route = routeOf(request);
    if (!route) return; // whatever answers there is none of the API's routes: see `access.guard.ts`
    const region = regionNamedBy({ ...(request.query as object), ...(request.params as object) });
    const who = await bearerOf(request.headers.authorization);
    request.identity = who?.actor;
    if (route.access !== 'everyone') {
      if (!who) throw new Problem('TOKEN_MISSING');
      const { role } = who.actor;
      if (!route.access.includes(role))
        throw new Problem('ROLE_NOT_ALLOWED', { role, allowed: route.access.join(', ') });
      if (region && role !== 'public' && who.actor.region !== region)
        throw new Problem('OTHER_REGION', { region: who.actor.region! });
    }
    if (who)
      request.caller = {
        ...who,
        ofTheOffice:
          region !== undefined && who.actor.region === region && (staff as readonly Role[]).includes(who.actor.role),
        today: clock.today(request.headers['business-date']),
        fingerprint: (command) => vault.fingerprint(command),
      };
    request.admittedTo = route;
  });
};
