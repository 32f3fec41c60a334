import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './reports.events';

describe('the stored events of reports', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'reports.events.samples.txt'))));
