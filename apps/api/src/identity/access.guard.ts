import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Vault } from '@minsheng/vault';
import { Clock } from '../command-handling/clock';
import { Problem } from '../http/problem';
import { ACCESS, type Access } from './access';
import { Tokens } from './tokens';
import type { Caller } from './caller';

/** At the door: who is it, and may they use this route? */
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
    const access = this.reflector.get<Access>(ACCESS, context.getHandler());
    if (!access) throw new Problem('ROUTE_WITHOUT_POLICY');
    const caller = await this.callerOf(request.headers.authorization);
    request.identity = caller?.actor;
    if (access !== 'everyone' && !caller) throw new Problem('TOKEN_MISSING');
    if (access !== 'everyone' && !access.includes(caller!.actor.role))
      throw new Problem('ROLE_NOT_ALLOWED', { role: caller!.actor.role, allowed: access.join(', ') });
    if (caller) request.caller = { ...caller, today: this.clock.today(request.headers['business-date']) };
    return true;
  }

  private async callerOf(authorization: string | undefined): Promise<Omit<Caller, 'today'> | undefined> {
    if (!authorization) return undefined;
    const [scheme, token] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !token) throw new Problem('TOKEN_INVALID');
    const { subject, actor } = await this.tokens.check(token).catch(() => {
      throw new Problem('TOKEN_INVALID');
    });
    return { subject, actor: { id: this.vault.actorTag(subject), ...actor } };
  }
}
