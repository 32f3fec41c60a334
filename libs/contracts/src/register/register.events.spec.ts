import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './register.events';

describe('the stored events of the registers', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'register.events.samples.txt'))));
