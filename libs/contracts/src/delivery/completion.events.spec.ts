import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './completion.events';

describe('the stored events of completion', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'completion.events.samples.txt'))));
