import type { Contract } from '#contract/index.ts';
import { breathNotificationWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { breathReading } from '#domain/drug-screens/breath-alcohol.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import type { Changes } from './amended-cup.ts';
import { refuseSuperseded, screenToAmend, type ScreenFound } from './amended-screen.guards.ts';
import { amendment, refuseUnchanged } from './amendment.guards.ts';
import { breathNotification } from './breath-clock.guards.ts';
import { startBreathClock } from './breath-clock.ts';
import type { NotificationGiven } from '#server/safety/notification.guards.ts';
import { replaceScreen } from './replace-screen.ts';

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
  const wanted = await amendment(context, screen, changes, { because, words: words ?? null });
  refuseUnchanged(screen, wanted);
  const breath = newlyOver(screen, changes, notified, context);

  const written = await replaceScreen(context, screen, wanted);
  if (breath !== null) await startBreathClock(context, written, breath.value, breath.notified);
  await context.record.changed('drug-screens', [...new Set([screen.client_id, clientId])]);
  return { screenId: written.id };
};

/** A corrected breath number that is above the limit where the earlier one wasn't, and who was notified. A clock that runs is not stopped by a correction. */
function newlyOver(screen: ScreenFound, changes: Changes, given: NotificationGiven | undefined, context: Context) {
  const { breathAlcohol } = changes;
  if (breathAlcohol === undefined) {
    if (given !== undefined) throw refuseField('notified', breathNotificationWords.nothingRead);
    return null;
  }
  const before = screen.results.find(({ value }) => value !== null)?.value ?? 0;
  const wasOver = breathReading(before, context.settings) === 'over-limit';
  const notified = breathNotification(breathAlcohol, given, context, !wasOver);
  return wasOver || breathReading(breathAlcohol, context.settings) !== 'over-limit' ? null : { value: breathAlcohol, notified };
}
