import { BackupError } from './backup-error';
import type { SchemaVersions, Table } from './tables';

/**
 * An export is a gzip file of UTF-8 lines: the header, then for each table of the header as many lines as it has rows
 * (one row each as COPY writes it: tabs between columns, line breaks escaped), then the trailer. `gunzip -c FILE | head
 * -1` shows what it is.
 */
export const FORMAT = 'minsheng-ledger-export';
export const FORMAT_VERSION = 1;

export interface Header {
  readonly format: typeof FORMAT;
  readonly formatVersion: number;
  /** Version of the product that wrote it. */
  readonly product: string;
  /** Version of the server it was read from, such as "18.4". */
  readonly postgres: string;
  readonly schemaVersions: SchemaVersions;
  /** ISO 8601 in UTC: local time means nothing on another machine. */
  readonly exportedAt: string;
  readonly tables: readonly (Table & { readonly rows: number })[];
}

/** SHA-256 in hexadecimal, of the header's line and of each table's lines. */
export interface Trailer {
  readonly header: string;
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly sha256: string }[];
}

/** @throws BackupError NOT_AN_EXPORT, OTHER_FORMAT_VERSION */
export function parseHeader(line: string): Header {
  const header = parsed<Header>(line);
  if (header?.format !== FORMAT || !Array.isArray(header.tables)) throw notAnExport();
  if (header.formatVersion !== FORMAT_VERSION) {
    throw new BackupError(
      'OTHER_FORMAT_VERSION',
      `文件格式版本为 ${header.formatVersion}，本版本只认 ${FORMAT_VERSION}。请用写出它的版本（${header.product}）或更新的版本导入`,
      `The file has format version ${header.formatVersion}; this release reads ${FORMAT_VERSION}. Import it with ` +
        `the release that wrote it (${header.product}) or a newer one`,
    );
  }
  return header;
}

/** @throws BackupError EXPORT_DAMAGED */
export function parseTrailer(line: string): Trailer {
  const trailer = parsed<Trailer>(line);
  if (!Array.isArray(trailer?.tables)) throw damaged('末行不可读', 'its last line cannot be read');
  return trailer;
}

export const notAnExport = (): BackupError =>
  new BackupError(
    'NOT_AN_EXPORT',
    '这不是本系统的导出文件（npm run data -- export FILE）',
    'This is no file that `npm run data -- export FILE` has written',
  );

export const damaged = (chinese: string, english: string): BackupError =>
  new BackupError(
    'EXPORT_DAMAGED',
    `导出文件已损坏：${chinese}。没有导入任何数据；请重新复制或重新导出`,
    `The file is damaged: ${english}. Nothing was imported; copy it again, or export again`,
  );

function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}
