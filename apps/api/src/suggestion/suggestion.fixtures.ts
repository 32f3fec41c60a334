import { lamps, listId, selecting, works, type GivenEvent } from '@minsheng/read-models/testing';
export const [listOpened] = selecting;
export const suggestions = `lists/${listId}/suggestions`;
export const suggestion = {
  title: '河堤路没有路灯',
  content: '夜里看不清路',
  contact: { name: '王小明', phone: '13800000001' },
  domain: '行有所畅',
};
export const letter = {
  ...suggestion,
  channel: 'letter',
  receivedOn: '2018-09-03',
  contact: { name: '李大力', address: '湖滨路 9 号' },
};
export const at = (id: string, act: string) => `suggestions/${id}/${act}`;
export const registered = (suggestionId: string): GivenEvent => ({
  type: 'SuggestionRegistered',
  data: { suggestionId, title: '增加路灯', domain: '行有所畅' },
});
export const assigned: GivenEvent = {
  type: 'SuggestionAssigned',
  data: { suggestionId: lamps, department: works, dueOn: '2018-10-20' },
};
const criterion = { met: true, note: '' };
export const criteria = { perceivable: criterion, doable: criterion, fundable: criterion, checkable: criterion };
