import { describedRoutes, faultsByPath } from '../testing/hostile-requests';
import { OpenedApi } from '../testing/opened-api';

jest.mock('./assert-keepable', () => ({ assertKeepable: () => undefined })); // the one check that is removed
const api = new OpenedApi();

it('a check that is removed is found: this looks for faults where there is one', async () => {
  const tracking = (await describedRoutes(api)).find(({ path }) => path.endsWith('/tracking/{code}'))!;
  expect(await faultsByPath(api, tracking)).toEqual(['500 GET /api/v1/suggestions/tracking/%00 ']);
});
