import { addDays, dayAt, instantOf, type Day } from '#domain/calendar/calendar.ts';
import { aSignature, aTalk, addressOf, noChange, post, seen } from './adjustments.ts';
import { aLog, aRow, aSession, aSlot } from './sessions.ts';
import type { World } from './world.ts';

/** Cups of one client as the log takes them, and the answers to them, at the world's moment. */
export function resultsOf(world: World, panelId: string, clientId: string) {
  const today = (): Day => dayAt(instantOf(world.clock.now), 'America/Chicago');
  const logged = async (noLine: readonly string[]): Promise<void> => {
    const sessionId = await aSession(world, { on: today() });
    const slotId = await aSlot(world, clientId, sessionId, today());
    const answer = await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, slotId, { noLine })]));
    if (answer.status !== 200) throw new Error(await answer.text());
  };
  const adjustments = () => world.db.selectFrom('adjustment').selectAll().where('client_id', '=', clientId).orderBy('number').execute();
  const latest = async () => {
    const found = (await adjustments()).at(-1);
    if (found === undefined) throw new Error('no adjustment has opened');
    return found;
  };
  const step = async (name: string, body: object, adjustmentId?: string): Promise<Response> =>
    ofOne(adjustmentId, (one) => post(world, 'therapist', addressOf(clientId, one.id, name), body, seen(one.version)));
  const ofOne = async (
    adjustmentId: string | undefined,
    send: (one: { id: string; version: number }) => Promise<Response>,
  ): Promise<Response> => {
    const all = await adjustments();
    const one = adjustmentId === undefined ? await latest() : all.find(({ id }) => id === adjustmentId);
    if (one === undefined) throw new Error('no such adjustment');
    return send(one);
  };
  const followUpOn = () => addDays(today(), 14);
  return {
    today,
    logged,
    adjustments,
    latest,
    step,
    talked: (id?: string) => step('talk', aTalk(), id),
    signed: (id?: string) => step('signature', aSignature(world, { changes: changesFrom(world, today()), followUpOn: followUpOn() }), id),
    noChange: (id?: string) => step('signature', noChange(world), id),
    spokenOf: (id?: string) =>
      ofOne(id, (one) =>
        post(
          world,
          'therapist',
          `/clients/${clientId}/adjustments/${one.id}/later-results`,
          { at: 'now', method: 'in-person', note: null },
          seen(one.version),
        ),
      ),
    shared: (id?: string) =>
      ofOne(id, (one) =>
        post(
          world,
          'therapist',
          `/clients/${clientId}/adjustments/${one.id}/correction`,
          { at: 'now', note: 'Told that it was corrected.' },
          seen(one.version),
        ),
      ),
    amended: async (noLine: readonly string[]) => {
      const screens = await world.db
        .selectFrom('screen')
        .select(['id', 'amends_id', 'collected_at'])
        .where('client_id', '=', clientId)
        .execute();
      const current = screens
        .filter(({ id }) => !screens.some(({ amends_id }) => amends_id === id))
        .toSorted((a, b) => String(a.collected_at).localeCompare(String(b.collected_at)))
        .at(-1);
      if (current === undefined) throw new Error('no screen to amend');
      return world.as('therapist').post(`/screens/${current.id}/amendments`, { because: 'misread-strip', changes: { noLine } });
    },
    needs: async () => {
      const page = (await (await world.as('therapist').get(`/clients/${clientId}`)).json()) as {
        inCare: boolean;
        needs: { kind: string; tier: number; dueAt: string | null; why: string; task: string | null; adjustmentId: string | null }[];
      };
      return page.needs;
    },
  };
}

const changesFrom = (world: World, on: Day) => [
  { line: 'add-group', what: 'Saturday skills group', fromOn: on, who: world.staff.therapist.staffId },
];
