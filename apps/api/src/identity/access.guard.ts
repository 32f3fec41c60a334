import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@minsheng/contracts';
import { Problem } from '../http/problem';
import { ROUTE } from './access';
import type { AdmittedRequest } from './admit-callers';

/** The second line behind `admit-callers.ts`: no handler runs for a request that was not admitted to its very route. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const route = this.reflector.get<Route>(ROUTE, context.getHandler());
    const { admittedTo } = context.switchToHttp().getRequest<AdmittedRequest>();
    if (!route || route !== admittedTo) throw new Problem('ROUTE_WITHOUT_POLICY');
    return true;
  }
}
