import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultRules } from '@minsheng/contracts';
import { mintToken, readLocalIssuer } from '@minsheng/local-system';

/** Size of the list: districts report every indicator of every project each month. */
export interface Size {
  readonly projects: number;
  readonly indicators: number;
  readonly districts: number;
  readonly months: number;
  readonly departments: number;
}
export const linesOf = ({ projects, indicators, districts, months }: Size): number =>
  projects * indicators * districts * months;

const LIST = '511400-2019';
const AT_ONCE = 8;
const TARGET = 120;
type Role = Parameters<typeof mintToken>[1]['role'];

const departmentName = (number: number): string => `市第${number + 1}牵头单位`;
const districtName = (number: number): string => `第${number + 1}区县`;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const day = (month: number, date: number): string =>
  `2019-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

const lastDayOf = (month: number): string => new Date(Date.UTC(2019, month, 0)).toISOString().slice(0, 10);

/**
 * Works on a list over HTTP: opens, adopts, breaks down, reports, verifies and closes month by month, through the api
 * alone.
 */
export class LargeList {
  readonly listId = LIST;
  private readonly tokens = new Map<string, Promise<string>>();
  private ids: string[] = [];
  private newest = 0n;
  /** Milliseconds of each bulk submission. */
  readonly submitted: number[] = [];

  private constructor(
    private readonly url: string,
    private readonly issuer: Awaited<ReturnType<typeof readLocalIssuer>>,
    private readonly size: Size,
  ) {}

  static async of(url: string, issuerFile: string, size: Size): Promise<LargeList> {
    return new LargeList(url, await readLocalIssuer(issuerFile), size);
  }

  token(role: Role, organisation?: string): Promise<string> {
    const key = `${role} ${organisation ?? ''}`;
    const known =
      this.tokens.get(key) ??
      mintToken(this.issuer, {
        sub: `bench ${key}`,
        role,
        region: LIST.slice(0, 6),
        ...(organisation && { organisation }),
      });
    this.tokens.set(key, known);
    return known;
  }

  /** Everything up to the last closing; `say` gets the progress. */
  async load(say: (text: string) => void): Promise<void> {
    await this.adopt();
    say(`${this.ids.length} 个项目已列入清单，分解任务 · adopted, breaking down`);
    await this.together(this.ids, (id) =>
      this.send(`projects/${id}/breakdown`, { indicators: this.breakdown() }, 'commission', day(1, 10)),
    );
    for (let month = 1; month <= this.size.months; month += 1) {
      await this.month(month);
      say(
        `${month}/${this.size.months} 月已报送、核实、关账 · reported, verified, ` +
          `closed: ${linesOf({ ...this.size, months: month }).toLocaleString('en')} lines`,
      );
    }
    say('等待读模型 · waiting for the read models');
    await this.shown();
  }

  private async adopt(): Promise<void> {
    await this.send(
      `lists/${LIST}/opening`,
      { regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: this.size.projects },
      'commission',
      '2018-09-01',
    );
    await this.send(
      `lists/${LIST}/rules`,
      { rules: { ...defaultRules, confirmOver: 100_000 } },
      'commission',
      '2018-09-02',
    );
    const proposed = await this.together(range(this.size.projects), (number) =>
      this.send(`lists/${LIST}/candidates`, this.commitment(number), 'commission', '2018-12-01'),
    );
    this.ids = proposed.map(({ id }) => id);
    await this.send(`lists/${LIST}/putting-to-decision`, { projectIds: this.ids }, 'commission', '2019-01-04');
    await this.send(
      `lists/${LIST}/government-decision`,
      { body: '市人民政府', heldOn: '2019-01-05', documentNo: '1号', projectIds: this.ids },
      'commission',
      '2019-01-05',
    );
    await this.send(`lists/${LIST}/adoption`, { announcementNo: '1号' }, 'commission', '2019-01-06');
    for (let running = 0; running < this.ids.length; await pause(200))
      running = (await this.read<{ projects: unknown[] }>(`lists/${LIST}/board?status=under way`)).projects.length;
  }

  private commitment(number: number) {
    const lead = this.departmentOf(number);
    return {
      title: `第${number + 1}件实事`,
      domain: '环境友好',
      coDepartments: [],
      suggestions: [],
      indicators: range(this.size.indicators).map((at) => ({
        id: `i${at + 1}`,
        name: `指标${at + 1}`,
        unit: '个',
        comparator: '>=',
        target: String(TARGET * this.size.districts),
        additive: true,
        applicable: true,
        lead,
        steps: [],
      })),
    };
  }
  private breakdown() {
    const districts = range(this.size.districts).map((at) => ({ district: districtName(at), target: String(TARGET) }));
    return range(this.size.indicators).map((at) => ({ indicatorId: `i${at + 1}`, districts, buffer: false }));
  }
  private departmentOf(project: number): string {
    return departmentName(project % this.size.departments);
  }

  /**
   * Each department sends its whole month in one request; then every report is verified and every project's month
   * closed.
   */
  private async month(month: number): Promise<void> {
    const period = day(month, 1).slice(0, 7);
    await this.together(range(this.size.departments), async (number) => {
      const mine = this.ids.filter((_, project) => project % this.size.departments === number);
      const rows = mine.flatMap((projectId, project) =>
        range(this.size.indicators).flatMap((at) =>
          range(this.size.districts).map((district) => ({
            projectId,
            indicatorId: `i${at + 1}`,
            district: districtName(district),
            value: String(figure(month, project, at, district)),
          })),
        ),
      );
      const begin = performance.now();
      await this.send(
        `lists/${LIST}/monthly-reports`,
        { period, rows },
        'department',
        day(month, 25),
        departmentName(number),
      );
      this.submitted.push(performance.now() - begin);
    });
    await this.together(this.ids, (id, project) =>
      this.send(
        `projects/${id}/report-verifications`,
        { period, department: this.departmentOf(project), how: 'documents' },
        'commission',
        day(month, 26),
      ),
    );
    await this.together(this.ids, (id) =>
      this.send(`projects/${id}/month-closings`, { period }, 'commission', lastDayOf(month)),
    );
  }

  /** Waits until the read models show everything that was acknowledged. */
  private async shown(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.url}/api/v1/lists/${LIST}?wait-for=${this.newest}`, {
        headers: { authorization: `Bearer ${await this.token('commission')}` },
      });
      await answer.arrayBuffer();
      if (answer.status === 200) return;
      if (answer.status !== 202) throw new Error(`The read models do not come: ${answer.status}`);
    }
  }

  async read<T>(path: string): Promise<T> {
    const answer = await fetch(encodeURI(`${this.url}/api/v1/${path}`), {
      headers: { authorization: `Bearer ${await this.token('commission')}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  }

  private async send(
    path: string,
    body: object,
    role: Role,
    on: string,
    organisation?: string,
  ): Promise<{ readonly id: string }> {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'business-date': on,
        authorization: `Bearer ${await this.token(role, organisation)}`,
      },
    });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
    const receipt = JSON.parse(text) as { id: string; position: string };
    if (BigInt(receipt.position) > this.newest) this.newest = BigInt(receipt.position);
    return receipt;
  }

  private async together<T, R>(all: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
    const results = new Array<R>(all.length);
    let next = 0;
    await Promise.all(
      range(AT_ONCE).map(async () => {
        while (next < all.length) {
          const index = next;
          next += 1;
          results[index] = await work(all[index], index);
        }
      }),
    );
    return results;
  }
}

/** Cumulative and never falling; some districts lag, so that lights of every colour occur. */
const figure = (month: number, project: number, indicator: number, district: number): number =>
  Math.floor((TARGET * month * (100 - ((project * 7 + indicator * 3 + district * 5) % 60))) / 1_000);
