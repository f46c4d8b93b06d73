import { sql } from 'kysely';
import type { NamedCode } from '#domain/drug-screens/results-by-analyte.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export type CodeOnScreen = { readonly screenId: string; readonly code: string; readonly printed: string };

/** Notes that screens have codes that nobody knows, each of which is asked about from now on. */
export async function noteUnknownCodes(db: Database, organizationId: string, found: readonly CodeOnScreen[]): Promise<void> {
  const codes = found.map(({ code }) => code);
  const screenIds = found.map(({ screenId }) => screenId);
  const given = sql`unnest(${screenIds}::uuid[], ${codes}::text[], ${found.map(({ printed }) => printed)}::text[]) f(screen_id, code, printed)`;
  await sql`insert into analyte_question (organization_id, code, since)
    select screen.organization_id, f.code, min(screen.received_at) from ${given}
    join screen on screen.organization_id = ${organizationId} and screen.id = f.screen_id group by 1, 2 on conflict do nothing`.execute(db);
  await sql`insert into unknown_code (organization_id, screen_id, code, printed)
    select distinct on (f.screen_id, f.code) ${organizationId}::uuid, f.screen_id, f.code, f.printed from ${given} on conflict do nothing`.execute(
    db,
  );
}

/** Fixes what a code is on these screens, and what it should have shown there. */
export async function nameCodes(
  db: Database,
  organizationId: string,
  named: readonly (NamedCode & Pick<CodeOnScreen, 'screenId' | 'code'>)[],
): Promise<void> {
  await sql`update unknown_code set analyte = f.analyte, expectation = f.expectation, expected_because = f.because
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) f("screenId" uuid, code text, analyte text, expectation text, because jsonb)
    where unknown_code.organization_id = ${organizationId} and unknown_code.screen_id = f."screenId" and unknown_code.code = f.code`.execute(
    db,
  );
}

/** Keeps which drug a code is, by whoever says so. */
export async function answerQuestion(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  code: string,
  analyte: string,
): Promise<void> {
  await db
    .updateTable('analyte_question')
    .set((eb) => ({ analyte, answered_by: actor.staffId, answered_at: now, version: eb('version', '+', 1) }))
    .where('code', '=', code)
    .execute();
}
