/** The moments at which a death must leave nothing half done. */
export const failpoints = ['after-begin', 'mid-batch', 'audit-append', 'before-commit', 'after-commit', 'migration'] as const;
export type Failpoint = (typeof failpoints)[number];

const [armed, count] = (process.env['CAIRN_DIE_AT'] ?? '').split(':');
let left = Number(count ?? 1);

/** Ends the process, without a word, the n-th time that it comes by the point named in CAIRN_DIE_AT (as `before-commit:3`). Unset, it does nothing. */
export function reach(point: Failpoint): void {
  if (point !== armed) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}
