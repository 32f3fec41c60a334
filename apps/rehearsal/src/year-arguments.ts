import path from 'node:path';
import { parseArgs } from 'node:util';
import { YearError } from './client/year-error';

export const HELP = `npm run year -- LIST.json [选项 · options]
  --json OUT       把结果写成 JSON · write the result as JSON
  --url URL        演练正在运行的系统；不给则自己启动一个临时的 · run against a running system; without it a temporary one is started
  --issuer FILE    本地签发者文件（默认 .data/local-issuer.json） · file of the local issuer
  --seed N         生成器的种子（默认 1） · seed of the generator
  --region CODE    行政区划代码，六位 · region code of GB/T 2260
  --help           显示本帮助 · this text`;

export interface Arguments {
  readonly help: boolean;
  readonly list: string;
  readonly json?: string;
  readonly url?: string;
  readonly issuer: string;
  readonly seed: number;
  readonly region?: string;
}

const usage = (message: string): never => {
  throw new YearError('USAGE', `${message}\n\n${HELP}`);
};

/** Paths as the person typed them: npm changes the folder before it runs us, and keeps the old one in INIT_CWD. */
export const readArguments = (args: readonly string[], folder: string): Arguments => {
  const options = {
    json: { type: 'string' },
    url: { type: 'string' },
    issuer: { type: 'string' },
    seed: { type: 'string' },
    region: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return usage((error as Error).message);
  }
  const {
    values: { json, url, issuer, seed = '1', region, help = false },
    positionals,
  } = parsed;
  if (help) return { help, list: '', issuer: '', seed: 1 };
  if (positionals.length !== 1)
    return usage(
      positionals.length === 0 ? '请给出清单文件 · a list file is needed' : '一次一份清单 · one list at a time',
    );
  if (!/^\d{1,9}$/.test(seed)) return usage(`--seed ${seed}: 0–999999999`);
  if (region !== undefined && !/^[1-9]\d{5}$/.test(region)) return usage(`--region ${region}: 六位数字 · six digits`);
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) return usage(`--url ${url}: http://…`);
  return {
    help,
    list: path.resolve(folder, positionals[0]),
    seed: Number(seed),
    issuer: path.resolve(folder, issuer ?? '.data/local-issuer.json'),
    ...(json !== undefined && { json: path.resolve(folder, json) }),
    ...(url !== undefined && { url: url.replace(/\/+$/, '') }),
    ...(region !== undefined && { region }),
  };
};
