import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { importsAPage, importsShown } from './imports.rows.ts';
import { kindsShown } from './kinds-shown.ts';

/** The organization's imports, newest first, a page at a time, and the kinds of file that there are. */
export const list: Procedure<Contract['imports']['list']> = async ({ after }, { db, actor, now, zone }) => {
  const found = await importsShown(db, actor, { after: after ?? null });
  const page = found.slice(0, importsAPage);
  return {
    asOf: now,
    timeZone: zone,
    imports: page,
    next: found.length > importsAPage ? (page.at(-1)?.id ?? null) : null,
    kinds: kindsShown(),
  };
};
