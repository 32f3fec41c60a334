import { decidesOn } from '../command-handling/decides-on';

/** What every command to a project's delivery is decided on. */
export const DecidesDelivery = decidesOn('delivery');
