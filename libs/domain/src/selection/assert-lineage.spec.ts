import type { LineageLink } from '@minsheng/contracts';
import { project } from '../testing/fixtures';
import { assertLineage } from './assert-lineage';

describe('a candidate is linked to a project that exists:', () => {
  const linked = (relation: LineageLink['relation'], candidate: string, delivery = 'not started') =>
    assertLineage({ relation, projectId: project(9) }, { status: candidate }, { status: delivery });

  it.each<LineageLink['relation']>(['carried over from', 'helps to keep'])('%s a promise', (relation) => {
    linked(relation, 'adopted');
    linked(relation, 'unknown', 'started'); // of a ledger that began with projects under way
    for (const candidate of ['unknown', 'proposed', 'shelved', 'passed over'])
      expect(() => linked(relation, candidate)).toThrow(expect.objectContaining({ code: 'LINKED_PROJECT_UNKNOWN' }));
  });
  it.each<LineageLink['relation']>(['split from', 'merged from'])('%s whatever was proposed once', (relation) => {
    for (const candidate of ['proposed', 'shelved', 'passed over', 'adopted']) linked(relation, candidate);
    linked(relation, 'unknown', 'started');
    expect(() => linked(relation, 'unknown')).toThrow(
      expect.objectContaining({ code: 'LINKED_PROJECT_UNKNOWN', facts: { projectId: project(9) } }),
    );
  });
});
