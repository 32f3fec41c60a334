import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@minsheng/contracts';
import { map } from 'rxjs';
import { ROUTE } from '../identity/access';
import { isOfTheOffice, type Caller } from '../identity/caller';

/**
 * Nothing leaves for the public that the contract does not name. An answer that is text already (the board, which is
 * large) is made field by field, and a test holds it against its view.
 */
@Injectable()
export class PublicViewInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  intercept(context: ExecutionContext, next: CallHandler) {
    const view = this.reflector.get<Route>(ROUTE, context.getHandler()).publicView;
    const { caller } = context.switchToHttp().getRequest<{ caller?: Caller }>();
    if (!view || isOfTheOffice(caller)) return next.handle();
    return next.handle().pipe(map((answer: unknown) => (Buffer.isBuffer(answer) ? answer : view.parse(answer))));
  }
}
