import type { Fault } from '../fault';
import { killTheApi } from './f01-kill-the-api';
import { killTheProjector } from './f02-kill-the-projector';
import { killTheServer } from './f03-kill-the-server';
import { powerCut } from './f04-power-cut';
import { outOfOrderCommit } from './f07-out-of-order-commit';
import { duplicateDelivery } from './f08-duplicate-delivery';
import { badNetwork } from './f10-bad-network';
import { poisonEvent } from './f13-poison-event';
import { restartLoop } from './f17-restart-loop';
import { twoProjectors } from './f18-two-projectors';
import { rebuildUnderLoad } from './f21-rebuild-under-load';
import { sigterm } from './f26-sigterm';

/** Every fault, in order of execution. */
export const catalogue: readonly Fault[] = [
  killTheApi,
  killTheProjector,
  killTheServer,
  powerCut,
  outOfOrderCommit,
  duplicateDelivery,
  badNetwork,
  poisonEvent,
  restartLoop,
  twoProjectors,
  rebuildUnderLoad,
  sigterm,
];
