import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { rolesOfClinicians, speaksForColleagues } from '#server/access/capabilities.ts';
import { colleaguesOf } from '#server/access/colleagues.ts';
import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { caseloadsCounted } from './caseload-clients.rows.ts';
import { rowShown } from './coverage-row.ts';
import { countPast, coverageFrom } from './coverage.rows.ts';

/** Who is away from today on and who covers, and how many clients each has. A therapist sees what they are part of; a director what is about anybody of their programs. */
export const list: Procedure<Contract['coverage']['list']> = async (_, context) => {
  const { db, actor, now, zone } = context;
  const today = dayAt(now, zone);
  const rows = await coverageFrom(context, today);
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', 'in', rolesOfClinicians)
    .where('ended_on', 'is', null)
    .where(colleaguesOf(actor.staffId))
    .orderBy(inNameOrder('name'))
    .execute();
  return {
    today,
    onlyFor: speaksForColleagues(actor) ? null : actor.staffId,
    rows: rows.map((row) => rowShown(row, context)),
    past: await countPast(context, today),
    staff,
    caseloads: await caseloadsCounted(context),
  };
};
