import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { closuresListed, pastAPage } from './closures-listed.rows.ts';

/** Closures that are over, the latest first, a page at a time. */
export const pastClosures: Procedure<Contract['closures']['past']> = async ({ after }, { db, now, zone }) => {
  const found = await closuresListed(db, { pastBehind: after ?? null, before: dayAt(now, zone) });
  const page = found.slice(0, pastAPage);
  return { closures: page, next: found.length > pastAPage ? (page.at(-1)?.id ?? null) : null };
};
