import { randomUUID } from 'node:crypto';
import { defaultRules, NATION, type Actor } from '@minsheng/contracts';
import { InMemoryEventStore } from '@minsheng/event-store';
import { CommandProcessor, StreamUnreadable, type CommandIn, type Envelope } from '.';

const project = '511400-2026-gardens001';
const keeper: Actor = { id: 'keeper', role: 'commission', region: NATION };
const envelope = (actor: Actor = { id: 'clerk', role: 'commission' }): Envelope => ({
  actor,
  on: '2027-02-03',
  commandId: randomUUID(),
  fingerprint: 'this request',
  correlationId: 'request 1',
});
const adopt: CommandIn<'calendar'> = {
  type: 'AdoptHolidayNotice',
  data: {
    year: 2027,
    off: ['01-01', '02-05', '02-08', '02-09', '04-05', '06-09', '09-15', '10-01'].map((day) => `2027-${day}`),
    worked: [],
    documentNo: '国办发明电〔2026〕9号',
  },
};
const open: CommandIn<'evaluation'> = {
  type: 'OpenEvaluation',
  data: {
    opensOn: '2027-02-01',
    closesOn: '2027-03-20',
    rulesVersion: 1,
    rules: { ...defaultRules, answerDays: 3 },
    leads: ['市住建局' as never],
  },
};
const rectify = (sign: string): CommandIn<'evaluation'> => ({
  type: 'OpenRectification',
  data: { ticket: sign.repeat(32) as never, repairs: 0, level: 1 },
});

const provisional = { dueOn: '2027-02-12', dueOnProvisional: true };
const final = { dueOn: '2027-02-11' };

const setUp = async () => {
  const store = new InMemoryEventStore();
  await new CommandProcessor(store).execute('evaluation', project, open, envelope());
  /** When a rectification is due that this processor opens now. */
  const dueBy = async (processor: CommandProcessor, sign: string) => {
    await processor.execute('evaluation', project, rectify(sign), envelope());
    const { dueOn, dueOnProvisional } = JSON.parse((await store.read(`evaluation-${project}`)).at(-1)!.data);
    return { dueOn, ...(dueOnProvisional && { dueOnProvisional }) };
  };
  return { store, dueBy };
};

describe('working days in a decision', () => {
  it('are counted by the notices in the log, by a processor that begins', async () => {
    const { store, dueBy } = await setUp();
    expect(await dueBy(new CommandProcessor(store), 'a')).toEqual(provisional);
    await new CommandProcessor(store).execute('calendar', 'CN', adopt, envelope(keeper));
    expect(await dueBy(new CommandProcessor(store), 'b')).toEqual(final);
  });
  it('are counted by a notice from the command on that adopted it', async () => {
    const { store, dueBy } = await setUp();
    const processor = new CommandProcessor(store);
    expect(await dueBy(processor, 'a')).toEqual(provisional);
    await processor.execute('calendar', 'CN', adopt, envelope(keeper));
    expect(await dueBy(processor, 'b')).toEqual(final);
  });
  it('are counted by another processor’s notice once the notices are read', async () => {
    const { store, dueBy } = await setUp();
    const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
    expect(await dueBy(mine, 'a')).toEqual(provisional);
    await theirs.execute('calendar', 'CN', adopt, envelope(keeper));
    await mine.readNotices();
    expect(await dueBy(mine, 'b')).toEqual(final);
  });
  it('are counted in several commands at once as in one', async () => {
    const { store } = await setUp();
    await new CommandProcessor(store).execute('calendar', 'CN', adopt, envelope(keeper));
    const command = { category: 'evaluation' as const, id: project, command: rectify('c') };
    await new CommandProcessor(store).executeAtomically([command], envelope());
    expect(JSON.parse((await store.read(`evaluation-${project}`)).at(-1)!.data)).toMatchObject(final);
  });
  it('are counted as known before a notice that this build cannot read, whose stream alone is refused', async () => {
    const { store, dueBy } = await setUp();
    const [running, beginning] = [new CommandProcessor(store), new CommandProcessor(store)];
    await running.execute('calendar', 'CN', adopt, envelope(keeper));
    await store.append('calendar-CN', 'any', [
      { id: randomUUID(), type: 'HolidayNoticeAdopted', version: 99, data: '{}', metadata: '{}' },
    ]);
    await running.readNotices();
    expect(await dueBy(running, 'a')).toEqual(final);
    expect(await dueBy(beginning, 'b')).toEqual(provisional);
    await expect(running.execute('calendar', 'CN', adopt, envelope(keeper))).rejects.toThrow(StreamUnreadable);
  });
  it('wait for the notices: no command is decided while they cannot be read, and the next one reads them', async () => {
    const { store, dueBy } = await setUp();
    const processor = new CommandProcessor(store);
    const read = jest.spyOn(store, 'read').mockRejectedValueOnce(new Error('no connection'));
    await expect(processor.execute('evaluation', project, rectify('a'), envelope())).rejects.toThrow('no connection');
    read.mockRestore();
    expect(await dueBy(processor, 'a')).toEqual(provisional);
  });
});
