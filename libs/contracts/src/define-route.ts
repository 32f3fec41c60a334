import type { z } from 'zod';
import type { CommandDefinition } from './define-command';
import { CalendarId, ListId, MeetingId, ProjectId, RegionCode, regionOf, SuggestionId } from './ids';
import type { Role } from './metadata';

/** What a path may name. */
export const pathIds = {
  listId: ListId,
  projectId: ProjectId,
  suggestionId: SuggestionId,
  meetingId: MeetingId,
  regionCode: RegionCode,
  calendarId: CalendarId,
} as const;
export type PathId = keyof typeof pathIds;

/** These say in their first six digits which region they belong to; the others name what the whole country shares. */
const regional = ['listId', 'projectId', 'suggestionId', 'meetingId'] as const;

/** Who may use a route: whoever comes, with or without a token, or who holds one of these roles. */
export type Access = 'everyone' | readonly [Role, ...Role[]];

/** One address of the API. Its path, like its access, is written here and nowhere else. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From the root, with `:names` for what varies. */
  readonly path: string;
  readonly access: Access;
  /** Chinese, then English. */
  readonly summary: string;
  /** Where everyone may read: what they are shown, field by field. */
  readonly publicView?: z.ZodType;
}

type NamedIn<Path extends string> = {
  [Id in PathId]: Path extends `${string}:${Id}` | `${string}:${Id}/${string}` ? Id : never;
}[PathId];

/** A route that takes one command for what its path names. */
export interface CommandRoute<
  Id extends PathId = PathId,
  Type extends string = string,
  Schema extends z.ZodType = z.ZodType,
> extends Route {
  readonly method: 'POST';
  readonly access: readonly [Role, ...Role[]];
  readonly command: CommandDefinition<Type, Schema>;
  readonly names: Id;
  /** Largest body in bytes, where the common limit is too small for an honest one. */
  readonly bodyLimitBytes?: number;
  /** Of a command to several projects at once: what its answer says besides a receipt for each. */
  readonly receipts?: Readonly<Record<string, 'string' | 'integer'>>;
}

const V1 = '/api/v1/';
const idNamedIn = (path: string): PathId =>
  (Object.keys(pathIds) as PathId[]).find((id) => path.split('/').includes(`:${id}`))!;

/** `SubmitReport` as `Submit report`. */
const inWords = (name: string): string => name.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The route of a command below `/api/v1/`, with its name in the words of the office and who may send it. */
export const takes = <const Path extends string, Type extends string, Schema extends z.ZodType>(
  command: CommandDefinition<Type, Schema>,
  path: Path,
  inChinese: string,
  access: readonly [Role, ...Role[]],
  more: Pick<CommandRoute, 'bodyLimitBytes' | 'receipts'> = {},
): CommandRoute<NamedIn<Path>, Type, Schema> => ({
  method: 'POST',
  path: `${V1}${path}`,
  access,
  summary: `${inChinese} ${inWords(command.type)}`,
  command,
  names: idNamedIn(path) as NamedIn<Path>,
  ...more,
});

/** The route of a question below `/api/v1/` that these roles may ask. */
export const reads = (path: string, access: readonly [Role, ...Role[]], summary: string): Route => ({
  method: 'GET',
  path: `${V1}${path}`,
  access,
  summary,
});
/** The same, which everyone may ask. */
export const shows = (path: string, publicView: z.ZodType, summary: string): Route => ({
  method: 'GET',
  path: `${V1}${path}`,
  access: 'everyone',
  summary,
  publicView,
});

/** Everybody in the office. */
export const staff = [
  'commission',
  'department',
  'evaluator',
  'leader',
  'recorder',
  'auditor',
  'statistics',
  'deputy',
] as const satisfies readonly Role[];

/**
 * The region whose matters a request is about, from the parameters of its path; undefined where the path names none, or
 * no id: whoever parses it refuses it.
 */
export const regionNamedBy = (params: Readonly<Record<string, string>>): RegionCode | undefined => {
  const id = regional.find((name) => params[name] !== undefined);
  const parsed = id && pathIds[id].safeParse(params[id]);
  return parsed?.success ? regionOf(parsed.data) : undefined;
};
