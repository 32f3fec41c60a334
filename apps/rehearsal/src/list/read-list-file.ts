import { readFile } from 'node:fs/promises';
import { ballotIn, districtsTwice, districtSumsBelowTotal, tooMany } from './list-checks';
import { ListFileError, type Finding, type ListFileFault } from './list-file-error';
import { ListShape, type ListFile } from './list-shape';
import { figuresInTheWrongColumn, wordsAndFiguresMixedUp } from './shifted-columns';

const refuseIf = (code: ListFileFault, findings: readonly Finding[]) => {
  if (findings.length > 0) throw new ListFileError(code, findings);
};

/** Checks everything that can be known before the first request. @throws ListFileError */
export const parseList = (text: string): ListFile => {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ListFileError('LIST_FILE_NOT_JSON', [
      { pointer: '/', zh: (error as Error).message, en: 'see the place named' },
    ]);
  }
  const ballot = ballotIn(file);
  if (ballot) throw new ListFileError('LIST_FILE_IS_A_BALLOT', ballot);
  refuseIf('LIST_FILE_SHIFTED_COLUMNS', wordsAndFiguresMixedUp(file));
  const parsed = ListShape.safeParse(file);
  if (!parsed.success) {
    throw new ListFileError(
      'LIST_FILE_MALFORMED',
      parsed.error.issues.map(({ path, message }) => ({
        pointer: `/${path.join('/')}`,
        zh: path.length === 0 ? '应为一份清单（对象）' : '不符合要求',
        en: message,
      })),
    );
  }
  refuseIf('LIST_FILE_TOO_MANY', tooMany(parsed.data));
  refuseIf('LIST_FILE_MALFORMED', districtsTwice(parsed.data));
  refuseIf('LIST_FILE_SHIFTED_COLUMNS', figuresInTheWrongColumn(parsed.data));
  refuseIf('LIST_FILE_DISTRICT_SUM_BELOW_TOTAL', districtSumsBelowTotal(parsed.data));
  return parsed.data;
};

/** @throws ListFileError */
export const readListFile = async (file: string): Promise<ListFile> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ListFileError('LIST_FILE_NOT_FOUND', [
      { pointer: file, zh: (error as NodeJS.ErrnoException).code ?? '', en: (error as Error).message },
    ]);
  }
  return parseList(text);
};
