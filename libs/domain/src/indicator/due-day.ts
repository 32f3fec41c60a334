import type { Deadline } from './working-days';

/** A day by which something is due; provisional while it may still be moved by the notice of a year. */
export interface DueDay {
  readonly dueOn: string;
  readonly dueOnProvisional?: true;
}
export const dueDay = ({ date, provisional }: Deadline): DueDay => ({
  dueOn: date,
  ...(provisional && { dueOnProvisional: true }),
});
