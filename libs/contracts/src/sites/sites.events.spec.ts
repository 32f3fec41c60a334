import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './sites.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  SitesRegistered: [
    '{"projectId":"511400-2019-p000000007","sites":[{"district":"东坡区","indicatorId":"i1","latitude":"30.05","longitude":"103.83","name":"梅湾村公厕","no":1},{"district":"彭山区","name":"象耳镇公厕","no":2}]}',
  ],
  SitesUpdated: [
    '{"projectId":"511400-2019-p000000007","sites":[{"no":1,"note":"已交付","on":"2019-05-06","state":"in ' +
      'use"},{"no":2,"on":"2019-05-06","state":"dropped"}]}',
  ],
};

describe('the stored events of sites', () => keepsItsStoredSamples(definitionsIn(events), stored));
