import { createHash } from 'node:crypto';
import type { ListFile, ListItem } from '../list/list-shape';
import { regionOf, type Region } from '../regions';
import { calendarOf, type Calendar } from './calendar';
import { tempoOf } from './paths';
import type { Note, PromisedIndicator } from './indicator';
import { modeOf, commitmentOf, type Commitment } from './promise';
import { randomFor } from './random';
import { trackOf, type Track } from './track';

/** What happens in one project besides the plain course of a year; months 1 to 12. */
export interface Incidents {
  readonly missed?: number;
  readonly returned?: number;
  readonly overclaimed?: number;
  readonly issueRaised?: number;
  /** A locked month is opened again, and closed again. */
  readonly reopened?: number;
  /** A light is set by hand for a while. */
  readonly overridden?: number;
  /** The due date of an indicator is changed by the body that adopted the list. */
  readonly adjusted?: number;
  /** Money, sites, the statistics bureau's stamp and a look back are shown in one project. */
  readonly shown?: boolean;
}

export interface PlannedProject {
  /** `p1` … in the order of the file. */
  readonly key: string;
  readonly no: number;
  readonly item: ListItem;
  readonly commitment: Commitment;
  /** Departments that lead what concerns this place, and the reports they send. */
  readonly leads: readonly string[];
  readonly tracks: readonly Track[];
  readonly incidents: Incidents;
}

/** A remark, and what it is about. */
export interface Remark {
  readonly text: string;
  readonly about: readonly string[];
}

export interface YearPlan {
  readonly list: ListFile;
  readonly seed: number;
  readonly listId: string;
  readonly regionCode: string;
  /** What the list calls its region. */
  readonly regionName: string;
  readonly zone?: Region['zone'];
  readonly year: number;
  readonly mode: 'deputies vote' | 'government';
  readonly body: string;
  readonly calendar: Calendar;
  readonly projects: readonly PlannedProject[];
  /** Candidates that the file only counts: named so, put to the vote and passed over. */
  readonly surplus: readonly Commitment[];
  /** Items none of whose indicators concerns this place: nothing to run. */
  readonly notApplicable: readonly { readonly no: number; readonly item: ListItem; readonly commitment: Commitment }[];
  readonly notes: readonly Remark[];
  /** Begins every idempotency key: the same seed and file continue the same year. */
  readonly keyPrefix: string;
}

const incidentsOf = (index: number, count: number): Incidents => ({
  ...(index === 0 && { returned: 4, overclaimed: 5, issueRaised: 9, shown: true }),
  ...(index === 1 && count > 1 && { missed: 6 }),
  ...(index === 2 && { reopened: 3, overridden: 7 }),
  ...(index === 3 && { adjusted: 8 }),
});

const surplusOf = ({ selection, items }: ListFile, leads: readonly string[], note: Note): Commitment[] => {
  const { candidates, selected } = selection ?? {};
  if (!candidates || !selected || candidates <= selected) return [];
  const count = Math.max(1, Math.round((items.length * (candidates - selected)) / selected));
  note(
    `候选 ${candidates} 个选 ${selected} 个，文件列有 ${items.length} 个：按同样比例补足 ${count} 个候补候选 · ${count} candidates are made ` +
      `up in the same proportion`,
  );
  return Array.from({ length: count }, (_, index) => ({
    title: `候补候选项目${index + 1}（清单文件未列，由演练补足）`,
    domain: '其他',
    coDepartments: [],
    indicators: [
      {
        id: 'i1',
        name: '候补事项',
        unit: '项',
        comparator: 'event' as const,
        target: null,
        targetText: '年内完成',
        additive: false,
        applicable: true,
        lead: leads[0],
        steps: [],
      },
    ],
  }));
};

const leadsOf = (indicators: readonly PromisedIndicator[]): string[] => [
  ...new Set(indicators.filter(({ applicable }) => applicable).map(({ lead }) => lead)),
];

/** What a project that asks for more time was to be finished by, where the list names no day: the end of November. */
const withPromisedDay = (commitment: Commitment, year: number): Commitment => {
  const first = commitment.indicators.find(({ applicable }) => applicable);
  return {
    ...commitment,
    indicators: commitment.indicators.map((indicator) =>
      indicator === first && indicator.dueOn === undefined ? { ...indicator, dueOn: `${year}-11-30` } : indicator,
    ),
  };
};

/** Turns a list file into everything a year needs; the same file, seed and region give the same plan. */
export const planYear = (
  list: ListFile,
  { seed = 1, region }: { readonly seed?: number; readonly region?: string } = {},
): YearPlan => {
  const remarks = new Map<string, Set<string>>();
  const note: Note = (text, about) => {
    remarks.set(text, (remarks.get(text) ?? new Set()).add(about ?? ''));
  };
  const { code, name: regionName, zone, note: codeNote } = regionOf(list.city, region);
  if (codeNote) note(codeNote);
  const { year, items, selection } = list;
  const listId = `${code}-${year}`;
  if (list.truncated) note('文件只含来源的一部分 · the file holds a part of its source');
  if (!selection?.mode) note('文件未说明决定方式，按政府审定 · how the list was decided is not said: by government');

  const given = items.map(({ no }) => no ?? 0);
  const numbered = given.every((no, index) => no > 0 && given.indexOf(no) === index);
  if (!numbered)
    note('序号缺失或重复，按文件顺序编号 · numbers are missing or doubled; counted in the order of the file');
  const planned = items.map((item, index) => ({
    item,
    no: numbered ? item.no! : index + 1,
    commitment: commitmentOf(item, year, note),
  }));
  const running = planned.filter(({ commitment }) => leadsOf(commitment.indicators).length > 0);
  const notApplicable = planned.filter((entry) => !running.includes(entry));
  for (const { item } of notApplicable)
    note('没有适用本地的指标，不列入年度 · nothing in it concerns this place', `「${item.title}」`);

  const projects = running.map(({ item, no, commitment: promised }, index): PlannedProject => {
    const incidents = incidentsOf(index, running.length);
    const commitment = incidents.adjusted ? withPromisedDay(promised, year) : promised;
    const pace = tempoOf(randomFor(seed, listId, 'tempo', index));
    const tracks = item.indicators.flatMap((indicator, at) => {
      const track = trackOf(
        item,
        indicator,
        commitment.indicators[at],
        year,
        incidents.missed ? 1 : pace,
        randomFor(seed, listId, 'figures', index, at),
        (text, about) => note(text, `「${item.title}」${about ?? ''}`),
      );
      return track ? [track] : [];
    });
    return { key: `p${index + 1}`, no, item, commitment, leads: leadsOf(commitment.indicators), tracks, incidents };
  });
  const mode = modeOf(list);
  const surplus = projects.length > 0 ? surplusOf(list, projects[0].leads, note) : [];
  return {
    list,
    seed,
    year,
    mode,
    regionCode: code,
    regionName,
    ...(zone && { zone }),
    listId,
    body: selection?.body?.trim().slice(0, 200) || (mode === 'government' ? '市政府常务会议' : '人民代表大会会议'),
    calendar: calendarOf(year, {
      ...(selection?.collection_started && { collectionStarted: selection.collection_started }),
      ...(selection?.voted_on && { votedOn: selection.voted_on }),
    }),
    projects,
    notApplicable,
    surplus,
    notes: [...remarks].map(([text, about]) => ({ text, about: [...about].filter((text) => text !== '') })),
    keyPrefix: createHash('sha256')
      .update(JSON.stringify([seed, code, list]))
      .digest('hex')
      .slice(0, 12),
  };
};
