import { randomFor } from '@minsheng/rehearsal';
import { Client, type Surroundings } from './client';
import { projectId } from './people';
import { deliver, raiseIssues, raiseMany, rateTwice, select, suggest } from './plots';

/** All requests of a small year, at once; resolves when each has been answered. */
export const smallYear = async (seed: number, around: Surroundings): Promise<void> => {
  const as = <T>(name: string, plot: (client: Client, random: () => number) => Promise<T>) =>
    plot(new Client(name, randomFor(seed, name, 'client'), around), randomFor(seed, name, 'plot'));
  const adopted = [1, 2];
  const projects = adopted.map(projectId);
  await Promise.all([
    as('commission', select),
    ...projects.map((id, index) => as(`officer ${index + 1}`, (client, random) => deliver(client, random, id))),
    ...[1, 2].map((number) =>
      as(`clerk ${number}`, (client, random) => raiseIssues(client, random, projects[0], number)),
    ),
    as('county', (client) => raiseMany(client, projects[1], 3)),
    ...['a', 'b', 'c'].map((sign) =>
      as(`citizen ${sign}`, (client, random) => rateTwice(client, random, projects[0], sign.repeat(32))),
    ),
    ...[1, 2, 3].map((number) => as(`staff ${number}`, (client, random) => suggest(client, random, number, [1, 2, 3]))),
  ]);
};
