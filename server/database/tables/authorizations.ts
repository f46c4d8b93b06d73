import type { Generated } from 'kysely';
import type { AuthorizedUnit } from '#domain/episodes/authorizations.ts';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { OfClient } from './keys.ts';

export type AuthorizationTables = {
  payer_authorization: OfClient & {
    payer: string;
    number: string;
    unit: Generated<AuthorizedUnit>;
    quantity: number;
    from_on: Day;
    to_on: Day;
    next_review_on: Day | null;
    /** The payer asks for no further review, or none is wanted. */
    needs_no_more: Generated<boolean>;
    version: Generated<number>;
  };
  utilization_review: OfClient & {
    authorization_id: string;
    reviewed_on: Day;
    next_review_on: Day | null;
    note: string | null;
    by: string;
    at: Generated<Instant>;
  };
};
