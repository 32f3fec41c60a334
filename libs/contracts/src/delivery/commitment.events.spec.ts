import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './commitment.events';

describe('the stored events of commitment', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'commitment.events.samples.txt'))));
