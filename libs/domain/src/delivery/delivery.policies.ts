/** The policies that act on the streams of delivery. */
export * from './promise/start-delivery-when-a-candidate-is-adopted.policy';
export * from './supervision/order-supervision-when-a-light-turns-red.policy';
