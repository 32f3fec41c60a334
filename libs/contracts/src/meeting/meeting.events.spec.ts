import { join } from 'node:path';
import { definitionsIn, keepsItsStoredSamples, samplesIn } from '../testing/stored-samples';
import * as events from './meeting.events';

describe('the stored events of the joint conference', () =>
  keepsItsStoredSamples(definitionsIn(events), samplesIn(join(__dirname, 'meeting.events.samples.txt'))));
