import { idOf, type Year } from './year';

/** What the runner reads of the api's answers. Figures are decimal strings. */
export interface BoardDistrict {
  readonly district: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly percent: string | null;
}
export interface BoardIndicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly scale?: string;
  readonly comparator: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly doneOn: string | null;
  readonly percent: string | null;
  readonly met: boolean | null;
  readonly byDistrict: readonly BoardDistrict[];
}
export interface BoardProject {
  readonly projectId: string;
  readonly no: number | null;
  readonly title: string;
  readonly status: string;
  readonly satisfaction: string | null;
  readonly grade: string | null;
  readonly light: string | null;
  readonly outcome: string | null;
  readonly lights: readonly {
    readonly period: string;
    readonly colour: string;
    readonly why: string;
    readonly laterChanged: boolean;
  }[];
  readonly indicators: readonly BoardIndicator[];
}
export interface Light {
  readonly period: string;
  readonly colour: string;
  readonly why: string;
  readonly missing: readonly string[];
  readonly worst?: {
    readonly indicatorId: string;
    readonly district?: string;
    readonly lead: string;
    readonly behind: string;
  };
}
export interface Dossier {
  readonly lights: readonly { readonly published: Light; readonly now: Light }[];
  readonly orders: readonly {
    readonly order: number;
    readonly period: string;
    readonly department: string;
    readonly status: string;
    readonly escalations: readonly object[];
  }[];
  readonly issues: readonly { readonly status: string }[];
  /** What the clock told of each month's reports. */
  readonly periods: readonly { readonly reminded: readonly string[]; readonly overdue: readonly string[] }[];
  readonly escalations: readonly object[];
  readonly adjustments: readonly { readonly status: string }[];
  readonly lookBacks: readonly object[];
  readonly timeline: readonly { readonly type: string }[];
}

export const readBoard = async ({ api, people, plan: { listId } }: Year): Promise<readonly BoardProject[]> =>
  (await api.read<{ projects: readonly BoardProject[] }>(`lists/${listId}/board`, await people.commission())).projects;

export const readDossier = async (year: Year, key: string): Promise<Dossier> =>
  year.api.read<Dossier>(`projects/${idOf(year.projects, key)}`, await year.people.commission());
