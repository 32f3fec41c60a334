import { clinics, gardens, proposed, stadium, started } from '@minsheng/read-models/testing';

/** Three projects under way, as the read models know them. */
export const threeProjects = [gardens, clinics, stadium].flatMap((id) => [proposed(id), started(id)]);
