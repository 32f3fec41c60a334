import { annualLists } from './annual-list.projection';
import { clinics, gardens, type GivenEvent, rowAfter, rules, selecting, stadium } from '../testing';

const [opening, ...rest] = selecting.filter(({ data }) => 'listId' in data);
const only = (...types: GivenEvent['type'][]) => rest.filter(({ type }) => types.includes(type));

describe('the annual lists that people read', () => {
  it('starts open, without rules, candidates or decision', async () => {
    expect(await rowAfter(annualLists, opening)).toEqual({
      listId: '511400-2019',
      regionCode: '511400',
      regionName: '眉山市',
      year: 2019,
      title: '2019年民生实事',
      mode: 'deputies vote',
      seats: 2,
      status: 'open',
      rulesVersion: null,
      rules: null,
      candidates: [],
      collection: null,
      decision: null,
      adopted: [],
      passedOver: [],
      announcementNo: null,
      adoptedOn: null,
      version: 1,
    });
  });
  it('shows the rules in force and the candidates put to decision', async () => {
    expect(await rowAfter(annualLists, opening, ...only('RulesAdopted', 'CandidatesPutToDecision'))).toMatchObject({
      rulesVersion: 1,
      rules,
      candidates: [gardens, clinics, stadium],
      status: 'put to decision',
      version: 3,
    });
  });
  it('keeps the ballot beside the tie that was resolved', async () => {
    const row = await rowAfter(annualLists, opening, ...only('BallotRecorded', 'TieResolved'));
    expect(row).toMatchObject({
      status: 'decided',
      decision: {
        ballot: { body: '市人民代表大会', deputies: 100, valid: 100 },
        tie: { chosen: [gardens, clinics], how: '再次票决' },
      },
    });
    expect(JSON.stringify(row.decision)).not.toContain('listId');
  });
  it('shows which body and document decided where government decides', async () => {
    expect(await rowAfter(annualLists, opening, ...only('GovernmentDecided'))).toMatchObject({
      status: 'decided',
      decision: { government: { body: '市人民政府', documentNo: '眉府发〔2019〕1号', projectIds: [gardens, clinics] } },
    });
  });
  it('shows what was adopted, in printed order, and what was passed over', async () => {
    expect(await rowAfter(annualLists, opening, ...rest)).toMatchObject({
      status: 'adopted',
      adopted: [gardens, clinics],
      passedOver: [stadium],
      announcementNo: '眉府发〔2019〕1号',
      adoptedOn: '2019-01-15',
      rulesVersion: 2,
      version: rest.length + 1,
    });
  });
});
