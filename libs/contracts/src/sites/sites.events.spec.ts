import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './sites.events';

describe('the stored events of sites', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'sites.events.samples.txt'))));
