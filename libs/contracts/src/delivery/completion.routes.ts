import { takes } from '../define-route';
import * as Commands from './completion.commands';

export const completionRoutes = {
  ClaimCompletion: takes(Commands.ClaimCompletion, 'projects/:projectId/completion', '申报完成', ['department']),
  RecordNotMet: takes(Commands.RecordNotMet, 'projects/:projectId/not-met', '认定未完成', ['commission']),
  InspectProject: takes(Commands.InspectProject, 'projects/:projectId/acceptance', '验收', ['commission']),
  LookBack: takes(Commands.LookBack, 'projects/:projectId/look-backs', '回头看', ['commission', 'auditor']),
  CloseProject: takes(Commands.CloseProject, 'projects/:projectId/closing', '销号归档', ['commission']),
};
