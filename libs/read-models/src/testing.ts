export * from './testing/a-list';
export * from './testing/a-year';
export * from './testing/delivering';
export * from './testing/evaluating';
export * from './testing/given-events';
export * from './testing/delivery-events';
export * from './testing/selecting';
export * from './testing/suggesting';
