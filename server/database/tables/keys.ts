import type { Generated } from 'kysely';

/** The two halves of every clinic key. */
export type Owned = { organization_id: string };
export type Keyed = Owned & { id: Generated<string> };

export type OfClient = Keyed & { client_id: string };
