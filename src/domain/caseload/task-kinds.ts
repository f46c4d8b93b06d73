import type { NeedKind } from './order.ts';

/** What the list of clients can be narrowed to: the reasons of Today that have a clock or a step of their own, in Today's order. */
export const taskKinds = ['safety', 'lost-contact', 'authorization', 'talk', 'sign', 'follow-up'] as const satisfies readonly NeedKind[];
export type TaskKind = (typeof taskKinds)[number];
