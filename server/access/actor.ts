import type { Role } from '#domain/people/roles.ts';

/** Who is asking. */
export type Actor = {
  readonly organizationId: string;
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  /** Whose clients this person covers today. */
  readonly covering?: readonly string[];
};
