import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './reporting.events';

describe('the stored events of reporting', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'reporting.events.samples.txt'))));
