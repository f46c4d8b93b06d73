import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { importsShown } from './imports.rows.ts';
import { kindsShown } from './kinds-shown.ts';

/** The organization's imports, newest first, and the kinds of file that there are. */
export const list: Procedure<Contract['imports']['list']> = async (_, { db, actor, now, zone }) => ({
  asOf: now,
  timeZone: zone,
  imports: await importsShown(db, actor),
  kinds: kindsShown(),
});
