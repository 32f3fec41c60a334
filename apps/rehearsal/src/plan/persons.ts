/**
 * Made-up people of a rehearsal, with numbers nobody has. A test greps every event of a year for these names and
 * numbers and must find none:
 * personal data live in the vault only.
 */
export const persons: readonly { readonly name: string; readonly phone: string; readonly address: string }[] = [
  '甄建新',
  '贾晓梅',
  '钱多福',
  '范例文',
  '石验之',
  '严练功',
  '萧白描',
  '穆虚舟',
  '尤可为',
  '吴此仁',
  '尹一梦',
  '姚子虚',
].map((name, index) => ({
  name,
  phone: `138 0000 00${String(index + 1).padStart(2, '0')}`,
  address: `演练路 ${100 + index} 号 ${index + 1} 单元`,
}));
