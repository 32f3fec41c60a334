import { say } from './console.mjs';

/** One person per role of the region whose year is in progress, and who keeps the registers of the installation. */
const REGION = { region: '330112', name: '临安区 Lin’an' };
const PEOPLE = [
  { chinese: '群众', english: 'resident', role: 'public' },
  { chinese: '责任单位', english: 'department', role: 'department', organisation: '教育局' },
  { chinese: '发展改革委', english: 'commission', role: 'commission', organisation: '发展改革局' },
  { chinese: '人大代表', english: 'deputy', role: 'deputy' },
  { chinese: '第三方评估', english: 'evaluator', role: 'evaluator' },
  { chinese: '决定机关记录', english: 'recorder of decisions', role: 'recorder' },
  { chinese: '联席会议', english: 'joint conference', role: 'leader' },
  { chinese: '统计部门', english: 'statistics bureau', role: 'statistics' },
  { chinese: '审计', english: 'auditor', role: 'auditor' },
  {
    chinese: '全国登记（节假日、功能区）',
    english: 'national register (holidays, functional zones)',
    sub: 'rehearsal-national',
    role: 'commission',
    organisation: '国家发展改革委',
    region: '100000',
  },
];
const claimsOf = ({ role, ...claims }) => ({
  sub: `rehearsal-${role}`,
  role,
  ...(role !== 'public' && { region: REGION.region }),
  ...claims,
});

/** The last output: address, tokens, how to stop. */
export async function welcome({ url, issuerFile, dataDir }, { readLocalIssuer, mintToken }) {
  const issuer = await readLocalIssuer(issuerFile);
  say(`\n令牌（30 天，${REGION.name}） · Tokens (30 days)`);
  for (const { chinese, english, ...person } of PEOPLE)
    say(`  ${chinese} · ${english}\n${await mintToken(issuer, claimsOf(person))}`);
  say(`
民生实事台账 · Minsheng Ledger
  地址 · address    ${url}
  接口 · API page   ${url}/api
  OpenAPI           ${url}/api/openapi.json
  数据 · data       ${dataDir}
  停止 · stop       Ctrl-C（数据保留 · data are kept）`);
}
