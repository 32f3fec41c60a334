import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './suggestion.events';

describe('the stored events of suggestion', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'suggestion.events.samples.txt'))));
