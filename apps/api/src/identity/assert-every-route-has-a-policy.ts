import type { Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA } from '@nestjs/common/constants';
import { ACCESS } from './access';

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

/** @throws naming every route that says not who may use it */
export const assertEveryRouteHasAPolicy = (root: Type): void => {
  const open = controllersOf(root).flatMap((controller) =>
    Object.entries(Object.getOwnPropertyDescriptors(controller.prototype))
      .filter(
        ([, { value }]) =>
          typeof value === 'function' &&
          Reflect.hasMetadata(METHOD_METADATA, value) &&
          !Reflect.hasMetadata(ACCESS, value),
      )
      .map(([method]) => `${controller.name}.${method}`),
  );
  if (open.length > 0) throw new Error(`Routes without a policy (add @Allow or @AllowEveryone): ${open.join(', ')}`);
};
