import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './evaluation.events';

describe('the stored events of evaluation', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'evaluation.events.samples.txt'))));
