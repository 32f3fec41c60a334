import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './supervision.events';

describe('the stored events of supervision', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'supervision.events.samples.txt'))));
