import type { Generated } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Keyed, Owned } from './keys.ts';

export type IdentityTables = {
  staff: Keyed & { user_id: string | null; name: string; role: Role; ended_on: Day | null };
  staff_program: Owned & { staff_id: string; program_id: string };
  sign_in_user: { id: string; name: string; email: string; emailVerified: boolean };
  sign_in_account: { id: string; userId: string };
  sign_in_session: {
    id: string;
    createdAt: Generated<Instant>;
    expiresAt: Instant;
    token: string;
    userId: string;
    used_at: Generated<Instant>;
    locked_at: Instant | null;
  };
  /** `organization_id`, `staff_id` and `email` are null in a link for the first administrator of all. */
  setup_link: {
    token_hash: string;
    organization_id: string | null;
    staff_id: string | null;
    email: string | null;
    expires_at: Instant;
    used_at: Instant | null;
  };
};
