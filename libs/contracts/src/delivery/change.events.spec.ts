import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './change.events';

describe('the stored events of change', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'change.events.samples.txt'))));
