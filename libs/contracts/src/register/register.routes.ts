import { shows, takes } from '../define-route';
import * as Views from './register.views';
import * as Commands from './register.commands';

export const registerRoutes = {
  AdoptHolidayNotice: takes(Commands.AdoptHolidayNotice, 'calendars/:calendarId/notices', '登记节假日安排通知', [
    'commission',
  ]),
  HolidayNotices: shows(
    'calendars/:calendarId/notices',
    Views.HolidayNoticesPublicView,
    '已登记的节假日安排通知 The adopted notices on holidays',
  ),
  CalendarYear: shows(
    'calendars/:calendarId/years/:year',
    Views.CalendarYearPublicView,
    '一年的休息日与调休上班日；尚无通知的年份按法定节假日暂定 The weekdays off and the weekends worked of a year; provisional without its notice',
  ),
  RegisterFunctionalZone: takes(Commands.RegisterFunctionalZone, 'functional-zones/:regionCode', '登记功能区', [
    'commission',
  ]),
  FunctionalZones: shows('functional-zones', Views.FunctionalZonesPublicView, '全部功能区 Every functional zone'),
  RegionsNamed: shows(
    'regions',
    Views.RegionsNamedPublicView,
    '按名称查找地区 Regions by name: several where the name is ambiguous',
  ),
  Region: shows(
    'regions/:regionCode',
    Views.RegionPublicView,
    '一个地区：GB/T 2260（含已撤销）或功能区 A region by its code',
  ),
};
