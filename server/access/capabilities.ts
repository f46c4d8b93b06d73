import { capabilities, type Capability } from '#contract/capabilities.ts';
import type { Me } from '#contract/identity.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Actor } from '#server/access/actor.ts';
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
  'mark-charts': policy.cohort.rebase,
  'answer-codes': policy.drugScreens.answerCode,
};

const homeOf: Readonly<Record<Role, Me['home']>> = {
  therapist: '/today',
  tech: '/sessions',
  director: '/cohort',
  administrator: '/welcome',
};

const pagesOf: Readonly<Record<Role, Me['pages']>> = {
  therapist: ['today', 'clients', 'sessions', 'lab', 'cohort'],
  tech: ['sessions', 'lab', 'clients'],
  director: ['today', 'clients', 'sessions', 'lab', 'cohort', 'imports'],
  administrator: ['sessions', 'imports'],
};

const capabilitiesOf = (role: Role): Capability[] => capabilities.filter((capability) => rolesWith[capability].includes(role));

/** What a page learns of its reader's role: what they may do, where their day starts and where their navigation leads. */
export const permissionsOf = (role: Role): Pick<Me, 'capabilities' | 'home' | 'pages'> => ({
  capabilities: capabilitiesOf(role),
  home: homeOf[role],
  pages: pagesOf[role],
});

type Asking = Pick<Actor, 'role'>;

/** Whether a person sees who the clients are, and anything about them. */
export const seesClients = ({ role }: Asking): boolean => role !== 'administrator';

/** Whether a person sees of the clients on their list how their care goes, besides who they are. */
export const seesCareOfListed = ({ role }: Asking): boolean => role !== 'tech';

/** Whether the list of today begins with a person's own clients, and not with everybody's. */
export const beginsWithOwnClients = ({ role }: Asking): boolean => role === 'therapist';

/** Whether a person plans the sessions of all programs, and not only of those that they work in. */
export const plansEverySession = ({ role }: Asking): boolean => role === 'administrator';

/** Whether a person arranges who covers and who takes over for their colleagues too. */
export const speaksForColleagues = ({ role }: Asking): boolean => role === 'director';

/** Staff who open what colleagues brought in, and decide what a file may change. */
export const rolesThatOpenImportsOfColleagues: readonly Role[] = ['director'];

/** Whether a person opens and undoes imports of others, as far as those reach no further than they do. */
export const opensImportsOfColleagues = ({ role }: Asking): boolean => rolesThatOpenImportsOfColleagues.includes(role);

/** Whether a person corrects screens that somebody else read. */
export const amendsScreensOfOthers = ({ role }: Asking): boolean => role !== 'tech';

/** Staff who may have clients of their own and answer for a client's care. */
export const rolesOfClinicians: readonly Role[] = ['therapist', 'director'];
export const isClinician = (role: Role): boolean => rolesOfClinicians.includes(role);

/** Staff to whose caseload a list of clients can be narrowed. */
export const rolesWithCaseload: readonly Role[] = ['therapist'];

/** Staff who lead groups and sessions. */
export const rolesThatLead: readonly Role[] = ['therapist', 'tech', 'director'];

/** Staff who work in every new program from its start. */
export const rolesInEveryProgram: readonly Role[] = ['director'];
