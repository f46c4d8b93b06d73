import type { Contract } from '#contract/index.ts';
import { breathReading } from '#domain/drug-screens/breath-alcohol.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import type { Changes } from './amended-cup.ts';
import { refuseSuperseded, screenToAmend, type ScreenFound } from './amended-screen.guards.ts';
import { amendment, refuseUnchanged } from './amendment.guards.ts';
import { refuseNotNotified, startBreathClock } from './record-breath.command.ts';
import { replaceScreen } from './replaced-screen.store.ts';

/**
 * Puts a screen right with another row that names it; the earlier one stays as it was written. The findings are worked out again,
 * and the adjustments that rested on the earlier reading follow.
 */
export const amend: Procedure<Contract['drugScreens']['amend']> = async ({ screenId, because, words, changes, notified }, context) => {
  if (because === 'other' && words === undefined) throw refuseField('words', 'Say what was wrong with the entry.');
  const screen = await screenToAmend(context, screenId);
  const clientId = changes.clientId ?? screen.client_id;
  await lockClients(context, [screen.client_id, clientId]);
  await refuseSuperseded(context, screen.id);
  const wanted = await amendment(context, screen, changes, words === undefined ? because : `${because}: ${words}`);
  refuseUnchanged(screen, wanted);
  const breath = newlyOver(screen, changes, notified, context);

  const written = await replaceScreen(context, screen, wanted);
  if (breath !== null) await startBreathClock(context, written, breath, notified);
  await context.record.changed('drug-screens', [...new Set([screen.client_id, clientId])]);
  return { screenId: written.id };
};

/** A corrected breath number that is above the limit where the earlier one wasn't, once somebody was told. A clock that runs is not stopped by a correction. */
function newlyOver(screen: ScreenFound, changes: Changes, notified: Notification, context: Context): number | null {
  const { breathAlcohol } = changes;
  if (breathAlcohol === undefined) {
    if (notified !== undefined)
      throw refuseField('notified', 'Nothing in this correction asks for telling somebody. Report what you see in the log.');
    return null;
  }
  const before = screen.results.find(({ value }) => value !== null)?.value ?? 0;
  const wasOver = breathReading(before, context.settings) === 'over-limit';
  refuseNotNotified(breathAlcohol, notified, context, !wasOver);
  return wasOver || breathReading(breathAlcohol, context.settings) !== 'over-limit' ? null : breathAlcohol;
}

type Notification = Parameters<Procedure<Contract['drugScreens']['amend']>>[0]['notified'];
