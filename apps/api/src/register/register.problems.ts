import type { CalendarRefusal, FunctionalZoneRefusal, NationalRefusal, RegionRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export type RegisterRefusal = NationalRefusal | CalendarRefusal | FunctionalZoneRefusal | RegionRefusal;

export const registerProblems: Readonly<Record<RegisterRefusal, ProblemText>> = {
  NATIONAL_SCOPE_REQUIRED: {
    status: 403,
    zh: '登记对全部地区有效，须由全国登记人员办理；您属于 {region}',
    en: 'Registers hold for every region and are kept with national scope; your region is {region}',
  },
  REGION_UNKNOWN: {
    zh: '{region} 既不是 GB/T 2260 行政区划代码，也不是已登记的功能区',
    en: '{region} is neither a code of GB/T 2260 nor a registered functional zone',
  },
  REGION_WITHDRAWN: {
    zh: '{region}（{name}）的行政区划代码已于 {withdrawn} 年撤销，请用清单年度的代码',
    en: 'The code {region} ({name}) was withdrawn in {withdrawn}: use the one in force in the year of the list',
  },
  NAME_OF_ANOTHER_REGION: {
    zh: '{region} 是“{name}”，不是“{regionName}”：请核对代码或名称',
    en: '{region} is {name}, not {regionName}: check the code or the name',
  },
  PARENT_WITHDRAWN: {
    zh: '所属地区 {parent}（{name}）的代码已于 {withdrawn} 年撤销，请用现行代码',
    en: 'The code of the parent {parent} ({name}) was withdrawn in {withdrawn}: use the one in force',
  },
  PARENT_OF_ANOTHER_PREFIX: {
    zh: '{regionCode} 与所属地区 {parent} 的代码开头不同，请核对',
    en: '{regionCode} does not begin like its parent {parent}: check the codes',
  },
  NAME_OF_A_PLACE: {
    zh: '“{name}”是行政区划 {place} 的名称，不能用于功能区',
    en: '{name} is the name of {place} and cannot be that of a functional zone',
  },
  ZONE_NAMED_TWICE: {
    zh: '“{name}”已登记为功能区 {regionCode}（所属相同），请核对',
    en: '{name} is registered under the same parent already, as {regionCode}: check it',
  },
  CODE_OF_A_PLACE: {
    zh: '{regionCode} 是“{name}”的行政区划代码，不能用于功能区',
    en: '{regionCode} stands for a place ({name}) and cannot be the code of a functional zone',
  },
  PARENT_UNKNOWN: {
    zh: '所属地区 {parent} 不是 GB/T 2260 行政区划代码',
    en: 'The parent {parent} is no code of GB/T 2260',
  },
  HOLIDAY_NOTICE_ALREADY_ADOPTED: {
    zh: '{year} 年的节假日安排（{documentNo}）已登记；更正或另有通知的，请说明理由',
    en: 'The notice of {year} ({documentNo}) is adopted already; to correct or replace it give a reason',
  },
  DAY_OF_ANOTHER_YEAR: { zh: '{date} 不属于 {year} 年的安排', en: '{date} is not arranged by the notice of {year}' },
  DAY_BOTH_OFF_AND_WORKED: { zh: '{date} 既放假又上班', en: '{date} is both off and worked' },
  MAKE_UP_DAY_ON_A_WEEKDAY: {
    zh: '{date} 不是周末，不能作为调休上班日',
    en: '{date} is no weekend and cannot be worked in exchange',
  },
  STATUTORY_DAY_NOT_OFF: { zh: '{date} 是法定节假日，应当放假', en: '{date} is a statutory holiday and must be off' },
  FUNCTIONAL_ZONE_ALREADY_REGISTERED: {
    zh: '{regionCode} 已登记为“{name}”；登记有误的，请在 corrects 中写明这个名称并说明理由',
    en: '{regionCode} is registered already, as {name}; if that is a mistake, name it in corrects and say why',
  },
};
