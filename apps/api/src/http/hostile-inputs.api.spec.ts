import { routes } from '@minsheng/contracts';
import { aYear } from '@minsheng/read-models/testing';
import {
  describedRoutes,
  faultsByBody,
  faultsByHeader,
  faultsByPath,
  faultsByQuery,
  type DescribedRoute,
} from '../testing/hostile-requests';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
let described: readonly DescribedRoute[];
beforeEach(async () => {
  described = await describedRoutes(api);
  await api.given(...aYear);
  await api.shown();
});

describe('no hostile input is the fault of the server', () => {
  const faultsOf = async (
    faultsBy: (api: OpenedApi, route: DescribedRoute) => Promise<string[]>,
    among: readonly DescribedRoute[] = described,
  ) => {
    const faults: string[] = [];
    for (const route of among) faults.push(...(await faultsBy(api, route)));
    return faults;
  };
  it('in any place of any path', async () => expect(await faultsOf(faultsByPath)).toEqual([]), 600_000);
  it.each(['GET', 'HEAD', 'POST'] as const)('in an address that %s finds nothing at', async (method) => {
    for (const { path } of described) {
      const { statusCode } = await api.app.inject({ method, url: `${path.replace(/\{\w+\}/g, 'x')}%00` });
      expect([path, statusCode < 500]).toEqual([path, true]);
    }
    for (const url of ['/api/v1/nope%00', '/api/v1/li%00sts', '/api/openapi.json%00', '/api/v1/;%00'])
      expect([url, (await api.app.inject({ method, url })).statusCode < 500]).toEqual([url, true]);
  });
  it('in any query', async () => expect(await faultsOf(faultsByQuery)).toEqual([]), 600_000);
  it('in any place of any body', async () => expect(await faultsOf(faultsByBody)).toEqual([]), 600_000);
  it('in any header that is read', async () => {
    const ofEveryMethod = ['GET', 'POST', 'DELETE'].map((name) => described.find(({ method }) => method === name)!);
    expect(await faultsOf(faultsByHeader, ofEveryMethod)).toEqual([]);
  });
});

it('the bodies that are made hostile fit most commands as they are: what is changed is all that is wrong', () => {
  const commands = Object.values(routes).flatMap((route) => ('command' in route ? [route] : []));
  const samples = new Map(described.map(({ path, sample }) => [path, sample]));
  const fitting = commands.filter(
    ({ command, path }) => command.schema.safeParse(samples.get(path.replace(/:(\w+)/g, '{$1}'))).success,
  );
  expect(described.length).toBe(Object.keys(routes).length);
  expect(fitting.length / commands.length).toBeGreaterThan(0.6);
});
