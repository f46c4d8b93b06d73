import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { clientsInCareOf } from './colleagues.rows.ts';
import { maySpeakFor, refuseCoverage } from './coverage.guards.ts';
import { insertCoverage } from './coverage.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Somebody is away from a day to a day, and another answers for their clients in those days. */
export const add: Procedure<Contract['coverage']['add']> = async ({ awayId, coveredBy, from, to, note }, context) => {
  const { db, now, zone, record } = context;
  if (!(await maySpeakFor(context, awayId)))
    throw refuseField('awayId', 'You can say who covers for yourself. Ask a director of their program for others.');
  if (to < dayAt(now, zone)) throw refuseField('to', 'These days are over. Give days from today on.');
  await refuseCoverage(context, { id: null, awayId, coveredBy, from, to });
  const { id } = await insertCoverage(context, awayId, { coveredBy, from, to, note: note ?? null });
  await record.changed('coverage', await clientsInCareOf(db, awayId));
  return { id };
};
