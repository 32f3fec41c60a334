import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { regionNamedBy, type Route } from '@minsheng/contracts';
import { Vault } from '@minsheng/vault';
import { Clock } from '../command-handling/clock';
import { Problem } from '../http/problem';
import { ROUTE } from './access';
import type { Caller } from './caller';
import { claimed } from './claims';
import { problemOfToken } from './problem-of-token';
import { Tokens } from './tokens';

/** At the door: who is it, may they use this route, and is it about their own region? */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    const route = this.reflector.get<Route>(ROUTE, context.getHandler());
    if (!route) throw new Problem('ROUTE_WITHOUT_POLICY');
    const region = regionNamedBy({ ...(request.query as object), ...(request.params as object) });
    const who = await this.bearerOf(request.headers.authorization);
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
        ofTheOffice: region !== undefined && who.actor.region === region,
        today: this.clock.today(request.headers['business-date']),
      };
    return true;
  }

  private async bearerOf(authorization: string | undefined): Promise<Pick<Caller, 'subject' | 'actor'> | undefined> {
    if (!authorization) return undefined;
    const [scheme, token] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !token) throw new Problem('TOKEN_INVALID');
    const { subject, actor } = await this.tokens.check(token).catch((error: unknown) => {
      throw problemOfToken(error);
    });
    return { subject, actor: { id: this.vault.actorTag(subject), ...claimed(actor) } };
  }
}
