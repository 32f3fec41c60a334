import type { PersonTag, ProjectId } from '@minsheng/contracts';
import type { PolicyCommand, Policy } from '../policy';

interface Rated {
  readonly projectId: ProjectId;
  readonly raterTag: PersonTag;
  readonly repairs: number;
  readonly level: number;
  readonly badLevel: number;
}

const ticketFor = ({ projectId, raterTag, repairs, level, badLevel }: Rated): readonly PolicyCommand[] =>
  level > badLevel
    ? []
    : [
        {
          category: 'evaluation',
          id: projectId,
          command: { type: 'OpenRectification', data: { ticket: raterTag, level, ...(repairs > 0 && { repairs }) } },
        },
      ];

export const openARectificationWhenAProjectIsRatedBadly: Policy = {
  name: 'open-a-rectification-when-a-project-is-rated-badly',
  when: { ProjectRated: ticketFor, RatingChanged: ticketFor },
};
