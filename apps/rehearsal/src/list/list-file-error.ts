/** Why a list file is not taken. Nothing is sent anywhere when one of these is found. */
export type ListFileFault =
  | 'LIST_FILE_NOT_FOUND'
  | 'LIST_FILE_NOT_JSON'
  | 'LIST_FILE_MALFORMED'
  | 'LIST_FILE_IS_A_BALLOT'
  | 'LIST_FILE_SHIFTED_COLUMNS'
  | 'LIST_FILE_DISTRICT_SUM_BELOW_TOTAL'
  | 'LIST_FILE_TOO_MANY';

/** One place in the file (a JSON pointer) and what is wrong there, Chinese and English. */
export interface Finding {
  readonly pointer: string;
  readonly zh: string;
  readonly en: string;
}

const advice: Record<ListFileFault, { readonly zh: string; readonly en: string }> = {
  LIST_FILE_NOT_FOUND: { zh: '没有找到清单文件', en: 'The list file is not there' },
  LIST_FILE_NOT_JSON: { zh: '清单文件不是合法的 JSON', en: 'The list file is not valid JSON' },
  LIST_FILE_MALFORMED: {
    zh: '清单文件的结构不符合要求，请逐项改正',
    en: 'The list file does not have the shape of a list; mend each place named',
  },
  LIST_FILE_IS_A_BALLOT: {
    zh: '这是人大代表满意度测评结果，不是年度清单；请用列有项目与指标的清单文件',
    en: "This is a deputies' satisfaction ballot, not an annual list; take the file that holds projects and indicators",
  },
  LIST_FILE_SHIFTED_COLUMNS: {
    zh: '清单文件的列可能错位，请对照原表核对',
    en: 'Columns of the list file look shifted; compare with the printed table',
  },
  LIST_FILE_DISTRICT_SUM_BELOW_TOTAL: {
    zh: '各地任务合计少于总目标，请核对分解',
    en: 'District targets sum below the total; check the breakdown',
  },
  LIST_FILE_TOO_MANY: {
    zh: '清单文件超出系统的上限，请拆分',
    en: 'The list file is over a limit of the system; split it',
  },
};

export class ListFileError extends Error {
  constructor(
    readonly code: ListFileFault,
    readonly findings: readonly Finding[] = [],
  ) {
    const shown = findings.slice(0, 12).map(({ pointer, zh, en }) => `  ${pointer}  ${zh} · ${en}`);
    const more = findings.length > shown.length ? [`  … +${findings.length - shown.length}`] : [];
    super([`${code}  ${advice[code].zh}`, `${advice[code].en}`, ...shown, ...more].join('\n'));
    this.name = 'ListFileError';
  }
}
