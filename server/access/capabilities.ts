import { capabilities, type Capability, type Me } from '#contract/identity.ts';
import type { Role } from '#domain/people/roles.ts';
import { policy } from './endpoint-policy.ts';

/** A page offers what the endpoint behind it would answer. */
const rolesWith: Readonly<Record<Capability, readonly Role[]>> = {
  'open-clients': policy.clients.page,
  'record-contacts': policy.contacts.record,
  'open-rosters': policy.attendance.roster,
  'enroll-clients': policy.groups.enroll,
  'add-sessions': policy.sessions.add,
  'rearrange-sessions': policy.sessions.move,
  'plan-schedule': policy.groups.add,
  'edit-expectation-map': policy.medications.editMap,
};

const homeOf: Readonly<Record<Role, Me['home']>> = {
  therapist: '/today',
  tech: '/sessions',
  director: '/cohort',
  administrator: '/welcome',
};

const pagesOf: Readonly<Record<Role, Me['pages']>> = {
  therapist: ['today', 'clients', 'sessions', 'cohort'],
  tech: ['sessions', 'clients'],
  director: ['today', 'clients', 'sessions', 'cohort', 'imports'],
  administrator: ['sessions', 'imports'],
};

const capabilitiesOf = (role: Role): Capability[] => capabilities.filter((capability) => rolesWith[capability].includes(role));

/** What a page learns of its reader's role: what they may do, where their day starts and where their navigation leads. */
export const permissionsOf = (role: Role): Pick<Me, 'capabilities' | 'home' | 'pages'> => ({
  capabilities: capabilitiesOf(role),
  home: homeOf[role],
  pages: pagesOf[role],
});
