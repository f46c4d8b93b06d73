import { addDays, day } from '#domain/calendar/calendar.ts';
import { aScreen, seen } from '#kit/adjustments.ts';
import { anAdmission, madeBy, someoneWhoLeft } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import type { World } from '#kit/world.ts';

type Sample = { readonly input: Readonly<Record<string, unknown>>; readonly headers?: Readonly<Record<string, string>> };
type Samples = Readonly<Record<string, (clinic: { readonly world: World }) => Promise<readonly Sample[]>>>;

const made = async (world: World, clientId: string, path: string, body: object) =>
  madeBy(await world.as('therapist').post(`/clients/${clientId}/${path}`, body));

const admitted = async (world: World) => {
  const { clientId } = await someoneWhoLeft(world, { lastServedOn: null, closedOn: day('2026-08-01') });
  return { clientId, episodeId: await made(world, clientId, 'episodes', anAdmission(world)) };
};

/** An ending that the director asks the therapist to sign. */
const waiting = async (world: World) => {
  const { clientId, episodeId } = await aClient(world);
  const ending = {
    reason: 'level-declined',
    closedOn: '2026-11-23',
    linkedTo: 'A program in Duluth',
    secondSigner: world.staff.therapist.staffId,
  };
  await world.as('director').post(`/clients/${clientId}/episodes/${episodeId}/ending`, ending, seen(1));
  const { id } = await world.db.selectFrom('ending_request').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow();
  return { clientId, requestId: id };
};

const terms = {
  payer: 'Prairie Mutual',
  number: 'PM-1',
  unit: 'days',
  quantity: 12,
  from: '2026-11-01',
  to: '2026-11-30',
  nextReviewOn: null,
};

const authorized: Samples = {
  'authorizations.add': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId, ...terms } }],
  'authorizations.edit': async ({ world }) => {
    const { clientId } = await aClient(world);
    const authorizationId = await made(world, clientId, 'authorizations', terms);
    return [{ input: { clientId, authorizationId, ...terms, quantity: 15 }, headers: seen(1) }];
  },
  'authorizations.review': async ({ world }) => {
    const { clientId } = await aClient(world);
    const authorizationId = await made(world, clientId, 'authorizations', terms);
    const review = { reviewedOn: '2026-11-23', nextReviewOn: '2026-11-28', needsNoMore: false, note: 'Spoke with the reviewer.' };
    return [{ input: { clientId, authorizationId, ...review }, headers: seen(1) }];
  },
};

const colleague = async (world: World) => {
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, name: 'A colleague', role: 'therapist', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const membership = { organization_id: world.organizationId, staff_id: id, program_id: world.programId };
  await world.db.insertInto('staff_program').values(membership).execute();
  return id;
};
let weeks = 0;

/** Days of their own each time, so that nobody is away twice. */
const away = async (world: World) => {
  weeks += 1;
  const from = addDays(day('2026-11-30'), weeks * 7);
  return { awayId: world.staff.therapist.staffId, coveredBy: await colleague(world), from, to: addDays(from, 4) };
};

const covered: Samples = {
  'coverage.list': async () => [{ input: {} }],
  'coverage.past': async () => [{ input: {} }],
  'coverage.clients': async ({ world }) => [{ input: { therapist: world.staff.therapist.staffId } }],
  'coverage.add': async ({ world }) => [{ input: await away(world) }],
  'coverage.change': async ({ world }) => {
    const { awayId, ...days } = await away(world);
    const coverageId = await madeBy(await world.as('therapist').post('/coverage', { awayId, ...days }));
    return [{ input: { coverageId, ...days, to: days.from }, headers: seen(1) }];
  },
  'coverage.transfer': async ({ world }) => {
    const handed = { fromId: world.staff.therapist.staffId, toId: await colleague(world), on: '2026-11-23', note: 'Likes mornings.' };
    return [{ input: { ...handed, clientIds: [(await aClient(world)).clientId] } }];
  },
  'coverage.acknowledge': async ({ world }) => {
    const { clientId } = await aClient(world, { therapistId: world.staff.director.staffId });
    const handed = { fromId: world.staff.director.staffId, toId: world.staff.therapist.staffId, on: '2026-11-23', note: 'Likes mornings.' };
    await world.as('director').post('/transfers', { ...handed, clientIds: [clientId] });
    const { id: handoverId } = await world.db
      .selectFrom('handover')
      .select('id')
      .where('client_id', '=', clientId)
      .executeTakeFirstOrThrow();
    return [{ input: { clientId, handoverId } }];
  },
};

const buprenorphine = { name: 'buprenorphine', dose: '8 mg', startedOn: '2026-10-01', endedOn: null, prescriber: null };

const onList = async (world: World) => {
  const { clientId } = await aClient(world);
  return { clientId, medicationId: await made(world, clientId, 'medications', buprenorphine) };
};

const medicated: Samples = {
  'medications.add': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId, ...buprenorphine } }],
  'medications.changeDose': async ({ world }) => [
    { input: { ...(await onList(world)), dose: '12 mg', from: '2026-11-20' }, headers: seen(1) },
  ],
  'medications.stop': async ({ world }) => [
    {
      input: { ...(await onList(world)), lastOn: '2026-11-22', because: 'Own wish', notified: { who: 'Dr. Abara', at: 'now' } },
      headers: seen(1),
    },
  ],
  'medications.correct': async ({ world }) => [
    { input: { ...(await onList(world)), ...buprenorphine, dose: '4 mg', because: 'Misread the letter' }, headers: seen(1) },
  ],
  'medications.withdraw': async ({ world }) => [{ input: { ...(await onList(world)), because: 'Another client’s' }, headers: seen(1) }],
  'medications.verify': async ({ world }) => [
    { input: { ...(await onList(world)), how: 'pharmacy', until: '2026-12-31' }, headers: seen(1) },
  ],
  'medications.answerReading': async ({ world }) => {
    const { clientId } = await aClient(world);
    await aScreen(world, clientId, { results: { BUP: { result: 'presumptive-positive' } } });
    await made(world, clientId, 'medications', { ...buprenorphine, verified: { how: 'bottle', until: null } });
    const { id: reviewId } = await world.db
      .selectFrom('reinterpretation')
      .select('id')
      .where('client_id', '=', clientId)
      .executeTakeFirstOrThrow();
    return [{ input: { clientId, reviewId, answer: 'read-again', because: 'It was prescribed all along.' } }];
  },
  'medications.map': async () => [{ input: {} }],
  'medications.editMap': async ({ world }) => {
    const { version } = (await (await world.as('director').get('/expectations')).json()) as { version: number };
    const rules = [{ analyte: 'KRA', specimen: 'urine-lab', expectation: 'may-show', appearsAfterDays: 1, clearsAfterDays: 9 }];
    return [{ input: { medication: 'mitragynine', rules, because: 'Asked for by the laboratory.' }, headers: seen(version) }];
  },
};

/** Requests about care that are answered. */
export const careRequests: Samples = {
  'episodes.ofClient': async ({ world }) => [{ input: { clientId: (await admitted(world)).clientId } }],
  'episodes.start': async ({ world }) => [
    {
      input: {
        clientId: (await someoneWhoLeft(world, { lastServedOn: day('2026-11-10'), closedOn: day('2026-11-12') })).clientId,
        ...anAdmission(world, { as: 'reopened', referredBy: 'Dr. Abara', admissionSource: 'primary care' }),
      },
    },
  ],
  'episodes.edit': async ({ world }) => [{ input: { ...(await admitted(world)), admissionSource: 'school' }, headers: seen(1) }],
  'episodes.end': async ({ world }) => [
    {
      input: { ...(await admitted(world)), reason: 'moved-away', closedOn: '2026-11-23', linkedTo: 'A program in Duluth' },
      headers: seen(1),
    },
  ],
  'episodes.endingRequests': async ({ world }) => {
    await waiting(world);
    return [{ input: {} }];
  },
  'episodes.signEnding': async ({ world }) => [{ input: await waiting(world) }],
  'episodes.withdrawEnding': async ({ world }) => [{ input: { ...(await waiting(world)), why: 'They talked it over.' } }],
  'episodes.changeLevel': async ({ world }) => {
    const { clientId } = await aClient(world);
    return [{ input: { clientId, level: 'ASAM 2.1 intensive outpatient', from: '2026-06-08' } }];
  },
  'episodes.correctLevel': async ({ world }) => {
    const { clientId } = await aClient(world);
    const spanId = await made(world, clientId, 'levels', { level: 'ASAM 2.1 intensive outpatient', from: '2026-06-08' });
    return [{ input: { clientId, spanId, level: 'ASAM 2.5 high-intensity outpatient', from: '2026-06-08' }, headers: seen(1) }];
  },
  'episodes.startLeave': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, from: '2026-11-24', expectedBackOn: '2026-12-01', reason: 'family' } },
  ],
  'episodes.changeLeave': async ({ world }) => {
    const { clientId } = await aClient(world);
    const leaveId = await made(world, clientId, 'leaves', { from: '2026-11-10', reason: 'family' });
    const change = { from: '2026-11-10', to: '2026-11-15', expectedBackOn: null, reason: 'family' };
    return [{ input: { clientId, leaveId, ...change }, headers: seen(1) }];
  },
  'episodes.prescribeHours': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, hoursPerWeek: 12, from: '2026-11-30' } },
  ],
  'episodes.correctHours': async ({ world }) => {
    const { clientId } = await aClient(world);
    const hoursId = await made(world, clientId, 'prescribed-hours', { hoursPerWeek: 12, from: '2026-11-30' });
    return [{ input: { clientId, hoursId, hoursPerWeek: 9, from: '2026-11-30' }, headers: seen(1) }];
  },
  ...authorized,
  ...covered,
  ...medicated,
};
