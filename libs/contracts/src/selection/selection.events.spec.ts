import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './selection.events';

describe('the stored events of selection', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'selection.events.samples.txt'))));
