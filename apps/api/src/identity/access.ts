import { Delete, Get, HttpCode, Post, applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation } from '@nestjs/swagger';
import type { Route } from '@minsheng/contracts';

const methods = { GET: Get, POST: Post, DELETE: Delete } as const;

export const ROUTE = 'minsheng:route';

/** Implements a route of the contracts: path, access (see `access.guard.ts`), page in the documentation. */
export const Implements = (route: Route) =>
  applyDecorators(
    methods[route.method](route.path),
    ...(route.method === 'POST' ? [HttpCode(201)] : []),
    SetMetadata(ROUTE, route),
    ApiOperation({
      summary: route.summary,
      ...(route.access !== 'everyone' && { description: route.access.join(', ') }),
    }),
    ...(route.access === 'everyone' ? [] : [ApiBearerAuth()]),
  );
