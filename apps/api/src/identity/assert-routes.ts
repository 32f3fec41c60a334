import type { Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA } from '@nestjs/common/constants';
import { routes, type Route } from '@minsheng/contracts';
import { ROUTE } from './access';

const controllersOf = (module: Type | { readonly module: Type }, seen = new Set<unknown>()): Type[] => {
  const type = 'module' in module ? module.module : module;
  if (seen.has(type)) return [];
  seen.add(type);
  const imports: Type[] = Reflect.getMetadata(MODULE_METADATA.IMPORTS, type) ?? [];
  return [
    ...(Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, type) ?? []),
    ...imports.flatMap((imported) => controllersOf(imported, seen)),
  ];
};

/**
 * What is answered is what the contracts declare, each route once: an address without a declared access does not start,
 * nor does a declared route that nothing answers.
 * @throws naming each
 */
export const assertRoutes = (root: Type): void => {
  const undeclared: string[] = [];
  const answered: Route[] = [];
  for (const controller of controllersOf(root))
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(controller.prototype))) {
      if (typeof value !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, value)) continue;
      const route: Route | undefined = Reflect.getMetadata(ROUTE, value);
      if (route) answered.push(route);
      else undeclared.push(`${controller.name}.${name}`);
    }
  const wrong = [
    ...undeclared.map((name) => `${name} implements no route of the contracts`),
    ...Object.entries(routes)
      .map(([name, route]) => ({ name, times: answered.filter((each) => each === route).length }))
      .filter(({ times }) => times !== 1)
      .map(({ name, times }) => `${name} is answered ${times} times`),
  ];
  if (wrong.length > 0) throw new Error(`Routes and contracts differ: ${wrong.join('; ')}`);
};
