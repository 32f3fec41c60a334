import { say } from './console.mjs';

/** One person per role, and who keeps the registers of the installation, for trying the system out. */
const PEOPLE = [
  { chinese: '群众', english: 'resident', sub: 'rehearsal-public', role: 'public' },
  {
    chinese: '责任单位',
    english: 'department',
    sub: 'rehearsal-department',
    role: 'department',
    organisation: '教育局',
    region: '330112',
  },
  {
    chinese: '发展改革委',
    english: 'commission',
    sub: 'rehearsal-commission',
    role: 'commission',
    organisation: '市发展改革委',
  },
  { chinese: '人大代表', english: 'deputy', sub: 'rehearsal-deputy', role: 'deputy' },
  { chinese: '第三方评估', english: 'evaluator', sub: 'rehearsal-evaluator', role: 'evaluator' },
  { chinese: '决定机关记录', english: 'recorder of decisions', sub: 'rehearsal-recorder', role: 'recorder' },
  { chinese: '联席会议', english: 'joint conference', sub: 'rehearsal-leader', role: 'leader' },
  { chinese: '统计部门', english: 'statistics bureau', sub: 'rehearsal-statistics', role: 'statistics' },
  { chinese: '审计', english: 'auditor', sub: 'rehearsal-auditor', role: 'auditor' },
  {
    chinese: '全国登记（节假日、功能区）',
    english: 'national register (holidays, functional zones)',
    sub: 'rehearsal-national',
    role: 'commission',
    organisation: '国家发展改革委',
    region: '100000',
  },
  { chinese: '运维', english: 'operator', sub: 'rehearsal-operator', role: 'operator', region: '100000' },
];

/** The last output: address, tokens, how to stop. */
export async function welcome({ url, issuerFile, dataDir }, { readLocalIssuer, mintToken }) {
  const issuer = await readLocalIssuer(issuerFile);
  say('\n令牌（30 天） · Tokens (30 days)');
  for (const { chinese, english, ...claims } of PEOPLE)
    say(`  ${chinese} · ${english}\n${await mintToken(issuer, claims)}`);
  say(`
民生实事台账 · Minsheng Ledger
  地址 · address    ${url}
  接口 · API page   ${url}/api
  OpenAPI           ${url}/api/openapi.json
  数据 · data       ${dataDir}
  停止 · stop       Ctrl-C（数据保留 · data are kept）`);
}
