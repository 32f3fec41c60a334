import { isOpenOrder } from '@minsheng/domain';
import { isPublicStep, type LightRow, type ProjectRow, type TimelineRow } from '@minsheng/read-models';
import { publicLights } from './lights.view';
import type { dossierView } from './project.view';

/** What everybody may see of a project; fields that its public view does not name are left out on the way. */
export const publicDossier = (
  dossier: ReturnType<typeof dossierView>,
  { orders, issues }: Pick<ProjectRow, 'orders' | 'issues'>,
  lights: readonly LightRow[],
  steps: readonly TimelineRow[],
) => ({
  ...dossier,
  openOrders: orders.filter(isOpenOrder).length,
  openIssues: issues.filter(({ status }) => status !== 'resolved').length,
  lights: publicLights(lights),
  adjustments: dossier.adjustments.filter(({ noticeNo }) => noticeNo !== undefined),
  timeline: steps.filter(({ type }) => isPublicStep(type)),
});
