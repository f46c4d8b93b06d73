import { beforeAll, describe, expect, test } from 'vitest';
import { cohort as entries, type CohortOverview, type Measured } from '#contract/cohort.ts';
import { addDays, instantOf } from '#domain/calendar/calendar.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { Role } from '#domain/people/roles.ts';
import { aRaisedProgram, type RaisedProgram } from '#kit/raised-program.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const overview = async (query: string, as: 'director' | 'therapist' = 'director'): Promise<CohortOverview> => {
  const response = await world.as(as).get(`/cohort?${query}`);
  expect(response.status).toBe(200);
  return entries.overview.output.parse(await response.json());
};
const trendOf = async (query: string, kind: MeasureKind = 'answered'): Promise<Measured['trend']> => {
  const found = (await overview(query)).measures[kind];
  if ('unavailable' in found) throw new Error(`${kind} is unavailable`);
  return found.trend;
};
type Program = Pick<RaisedProgram, 'programId'>;
const bodyOf = ({ programId }: Program, more: object) => ({
  program: programId,
  week: '2026-11-16',
  text: 'The morning huddle reads Today aloud.',
  ...more,
});
const annotate = (program: Program, more: object = {}, as: Role = 'director') =>
  world.as(as).post('/cohort/answered/notes', bodyOf(program, more));
const rebase = (program: Program, more: object = {}, as: Role = 'director') =>
  world.as(as).post('/cohort/answered/rebases', bodyOf(program, more));
const idOf = async (response: Response): Promise<string> => (await response.json()).id;
const lastEvent = () => world.db.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();

/** What a page leaves to be done after it is answered. */
async function kept(programId: string): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const rows = await world.db.selectFrom('chart_baseline').select('measure').where('chart', '=', `${programId}@`).execute();
    if (rows.length > 0) return rows.length;
    await new Promise((turn) => setTimeout(turn, 20));
  }
  return 0;
}

test('a chart with a signal says so, and from which weeks on it can be rebased', async () => {
  const program = await aRaisedProgram(world, { name: 'Signals' });
  const { variation, signalPeriods } = await trendOf(`program=${program.programId}`);
  expect(variation).toEqual({ kind: 'improvement', rule: 'seven-one-side', side: 'above', points: 7, more: false });
  expect(signalPeriods).toEqual(program.raised);
});

describe('the range on screen moves no limits', () => {
  let program: RaisedProgram;
  beforeAll(async () => {
    program = await aRaisedProgram(world, { name: 'Ranges', before: 40, after: 8 });
  });

  test.each([4, 12, 26, 60])('the last %i weeks: the same verdict, and the same limits at the same weeks', async (weeks) => {
    const whole = await trendOf(`program=${program.programId}&from=${program.begun}`);
    const part = await trendOf(`program=${program.programId}&from=${addDays(program.raised.at(-1) ?? program.begun, -7 * (weeks - 1))}`);
    expect(part.variation).toEqual(whole.variation);
    expect(part.baseline).toEqual({ from: program.begun, to: addDays(program.begun, 84) });
    const same = whole.points.filter(({ week }) => part.points.some((point) => point.week === week));
    expect(part.points.slice(-same.length)).toEqual(same);
    expect(part.points).toHaveLength(weeks);
  });
});

test('limits that were shown once stay, whatever is corrected in the weeks that they come from', async () => {
  const { programId, clientId, begun } = await aRaisedProgram(world, { name: 'Kept' });
  const before = await trendOf(`program=${programId}`);
  expect(await kept(programId)).toBe(1);
  await world.db
    .updateTable('adjustment')
    .set({ amended_at: instantOf(world.clock.now) })
    .where('client_id', '=', clientId)
    .where('number', '<=', 200)
    .execute();
  const after = await trendOf(`program=${programId}`);
  expect(after.baseline).toEqual(before.baseline);
  expect(after.points.find(({ week }) => week === begun)?.denominator).toBe(0);
  expect(after.points.at(-1)?.limits).toEqual(before.points.at(-1)?.limits);
});

describe('a note', () => {
  test('is on the charts of its program with its author, is written down, and moves no limits', async () => {
    const program = await aRaisedProgram(world, { name: 'Noted' });
    const before = await trendOf(`program=${program.programId}`);
    const response = await annotate(program);
    expect(response.status).toBe(200);
    expect(await lastEvent()).toMatchObject({
      action: 'cohort.annotate',
      kind: 'write',
      client_ids: [],
      staff_id: world.staff.director.staffId,
    });
    const { marks } = await overview(`program=${program.programId}`);
    expect(marks).toMatchObject([
      {
        measure: 'answered',
        kind: 'note',
        week: '2026-11-16',
        text: 'The morning huddle reads Today aloud.',
        change: null,
        by: 'director of North',
        on: '2026-11-23',
        programs: ['Noted'],
        site: null,
        here: true,
        withdrawn: null,
      },
    ]);
    expect(await trendOf(`program=${program.programId}`)).toEqual(before);
    expect((await overview(`program=${world.programId}`)).marks).toEqual([]);
  });

  test.each([
    ['a week that isn’t over', { week: '2026-11-23' }, 'week', 'That week isn’t over. Choose one that is.'],
    ['a day that is no Monday', { week: '2026-11-18' }, 'week', 'A week is named by its Monday. Write 16 Nov.'],
    ['no words', { text: '  ' }, 'text', 'Write something here.'],
    [
      'a program that isn’t theirs',
      { program: '0190a7a0-0000-7000-8000-000000000000' },
      'program',
      'There is no such program. Choose one from the list.',
    ],
  ])('of %s is refused with its field', async (_, more, field, message) => {
    const response = await annotate(world, more);
    expect([response.status, (await response.json()).fields]).toEqual([400, [{ field, message }]]);
  });

  test('of a site that isn’t there is refused with its field', async () => {
    const response = await annotate(world, { site: '0190a7a0-0000-7000-8000-000000000000' });
    expect([response.status, (await response.json()).fields]).toMatchObject([400, [{ field: 'site' }]]);
  });

  test.each(['therapist', 'tech'] as const)('is not for a %s to write', async (role) => {
    for (const send of [annotate, rebase]) expect((await send(world, {}, role)).status).toBe(403);
  });
});

describe('a rebase', () => {
  test('without a signal is refused, and a note is offered', async () => {
    const program = await aRaisedProgram(world, { name: 'Stable', before: 21, after: 0 });
    const response = await rebase(program);
    expect([response.status, await response.json()]).toMatchObject([
      409,
      { code: 'no-signal', title: 'Nothing says that the process changed. Write a note instead.' },
    ]);
    expect((await trendOf(`program=${program.programId}`)).variation).toEqual({ kind: 'common-cause' });
  });

  test('from a week of the signal begins a stretch with limits on trial, and leaves those from before', async () => {
    const program = await aRaisedProgram(world, { name: 'Rebased' });
    const before = await trendOf(`program=${program.programId}`);
    const outside = await rebase(program, { week: addDays(program.raised[0] ?? program.begun, -7) });
    expect(outside.status).toBe(400);
    expect((await outside.json()).fields[0].message).toMatch(
      /^The signal says nothing of that week. Choose one of its weeks: 5 Oct, 12 Oct, /,
    );
    const response = await rebase(program, { week: program.raised[0] });
    expect(response.status).toBe(200);
    expect(await lastEvent()).toMatchObject({ action: 'cohort.rebase', kind: 'write', client_ids: [] });
    const after = await trendOf(`program=${program.programId}`);
    expect(after.variation).toEqual({ kind: 'rebased', was: 'improved', from: program.raised[0], points: 7 });
    expect(after.assurance).toBeNull();
    expect(after.points.slice(0, -7)).toEqual(before.points.slice(0, -7));
    expect(after.points.slice(-7).every(({ trial, signal }) => trial && signal === 'common')).toBe(true);
    expect(after.points.at(-1)?.limits?.mean).toBeCloseTo(22 / 30);
    expect((await overview(`program=${program.programId}`)).marks).toMatchObject([
      { kind: 'rebase', week: program.raised[0], change: 'improved' },
    ]);

    const again = await rebase(program, { week: program.raised[3] });
    expect([again.status, (await again.json()).code]).toEqual([409, 'no-signal']);
  });

  test('is of its own chart: those of all programs and of one site go on from their beginning, and show it as a note', async () => {
    const program = await aRaisedProgram(world, { name: 'Together' });
    const others = ['', `program=${program.programId}&site=${world.siteId}`];
    const before = await Promise.all(others.map((query) => trendOf(query)));
    expect((await rebase(program, { week: program.raised[0] })).status).toBe(200);
    for (const [index, query] of others.entries()) {
      expect(await trendOf(query)).toEqual(before[index]);
      expect((await overview(query)).marks.find(({ programs }) => programs.join() === 'Together')).toMatchObject({
        kind: 'rebase',
        here: false,
      });
    }
    expect((await overview(`program=${world.programId}`)).marks).toEqual([]);
  });

  test('of all programs together is theirs, and each goes on by itself', async () => {
    const program = await aRaisedProgram(world, { name: 'One of all' });
    const response = await world.as('director').post('/cohort/answered/notes', { week: '2026-11-16', text: 'A new form for everybody.' });
    expect(response.status).toBe(200);
    const [all, one] = [await overview(''), await overview(`program=${program.programId}`)];
    expect(all.marks.find(({ text }) => text === 'A new form for everybody.')).toMatchObject({ here: true });
    expect(one.marks.find(({ text }) => text === 'A new form for everybody.')).toMatchObject({ here: false });
  });

  test('that was a mistake is taken back once, stays on record, and the chart speaks as before', async () => {
    const program = await aRaisedProgram(world, { name: 'Withdrawn' });
    const before = await trendOf(`program=${program.programId}`);
    const id = await idOf(await rebase(program, { week: program.raised[2] }));
    const withdrawal = () => world.as('director').post(`/cohort/marks/${id}/withdrawal`, { because: 'It was the other program.' });
    expect((await withdrawal()).status).toBe(200);
    expect(await lastEvent()).toMatchObject({ action: 'cohort.withdrawMark', kind: 'write' });
    expect(await trendOf(`program=${program.programId}`)).toEqual(before);
    expect((await overview(`program=${program.programId}`)).marks).toMatchObject([
      { id, kind: 'rebase', withdrawn: { by: 'director of North', on: '2026-11-23', because: 'It was the other program.' } },
    ]);
    expect((await withdrawal()).status).toBe(409);
    expect((await rebase(program, { week: program.raised[0] })).status).toBe(200);
  });

  test('of a program where somebody doesn’t work is not theirs to take back', async () => {
    const program = await aRaisedProgram(world, { name: 'Foreign' });
    const id = await idOf(await annotate(program));
    await world.db.deleteFrom('staff_program').where('program_id', '=', program.programId).execute();
    expect((await world.as('director').post(`/cohort/marks/${id}/withdrawal`, { because: 'Mine now.' })).status).toBe(404);
  });
});

test('a therapist’s own caseload has charts without marks', async () => {
  const { marks } = await overview('', 'therapist');
  expect(marks).toEqual([]);
});
