import { reads, takes } from '../define-route';
import * as Commands from './register.commands';

export const registerRoutes = {
  AdoptHolidayNotice: takes(Commands.AdoptHolidayNotice, 'calendars/:calendarId/notices', '登记节假日安排通知', [
    'commission',
  ]),
  HolidayNotices: reads(
    'calendars/:calendarId/notices',
    'everyone',
    '已登记的节假日安排通知 The adopted notices on holidays',
  ),
  CalendarYear: reads(
    'calendars/:calendarId/years/:year',
    'everyone',
    '一年的休息日与调休上班日；尚无通知的年份按法定节假日暂定 The weekdays off and the weekends worked of a year; provisional without its notice',
  ),
  RegisterFunctionalZone: takes(Commands.RegisterFunctionalZone, 'functional-zones/:regionCode', '登记功能区', [
    'commission',
  ]),
  FunctionalZones: reads('functional-zones', 'everyone', '全部功能区 Every functional zone'),
  RegionsNamed: reads('regions', 'everyone', '按名称查找地区 Regions by name: several where the name is ambiguous'),
  Region: reads('regions/:regionCode', 'everyone', '一个地区：GB/T 2260（含已撤销）或功能区 A region by its code'),
};
