import type { RefusalCode } from '#contract/refusals.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The row, or the refusal that one that isn't there and one that isn't the caller's share. A client's row is refused like the client. */
export function found<Row>(row: Row | undefined, code: RefusalCode = 'client-unknown'): Row {
  if (row === undefined) throw new Refusal(code);
  return row;
}
