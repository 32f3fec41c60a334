import { delivering } from './delivering';
import { evaluating } from './evaluating';
import type { GivenEvent } from './given-events';
import { registering } from './registering';
import { selecting } from './selecting';
import { suggesting } from './suggesting';

/** Every event there is, at least once. */
export const aYear: readonly GivenEvent[] = [...suggesting, ...selecting, ...delivering, ...evaluating, ...registering];
