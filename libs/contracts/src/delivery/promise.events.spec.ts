import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './promise.events';

describe('the stored events of the promise', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'promise.events.samples.txt'))));
