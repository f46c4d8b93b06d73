import type { Role } from '#domain/people/roles.ts';
import type { Procedures } from '#server/http/endpoint-handler.ts';
import type { Actor } from './actor.ts';

/** Who may ask for what. An endpoint without a row does not compile, and does not start. */
type Policy = { readonly [Noun in keyof Procedures]: { readonly [Name in keyof Procedures[Noun]]: readonly Role[] } };

const careTeam: readonly Role[] = ['therapist', 'tech', 'director'];
const everybody: readonly Role[] = ['therapist', 'tech', 'director', 'administrator'];

/** Who brings files in. Of people in them an administrator sees what the file says, and opens no chart. */
const office: readonly Role[] = ['director', 'administrator'];

/** Who reads and writes what was said in treatment. */
const clinicians: readonly Role[] = ['therapist', 'director'];

/** Who makes groups, meetings, closures and places; and who rearranges a single session. */
const schedulers: readonly Role[] = ['director', 'administrator'];
const rearrangers: readonly Role[] = ['therapist', 'director', 'administrator'];

export const policy: Policy = {
  authorizations: { add: clinicians, edit: clinicians, review: clinicians },
  coverage: {
    list: clinicians,
    past: clinicians,
    clients: clinicians,
    add: clinicians,
    change: clinicians,
    transfer: clinicians,
    acknowledge: clinicians,
  },
  medications: {
    add: clinicians,
    changeDose: clinicians,
    stop: clinicians,
    correct: clinicians,
    withdraw: clinicians,
    verify: clinicians,
    answerReading: clinicians,
    map: ['therapist', 'director', 'administrator'],
    editMap: ['director', 'administrator'],
  },
  episodes: {
    ofClient: clinicians,
    start: clinicians,
    edit: clinicians,
    end: clinicians,
    endingRequests: clinicians,
    signEnding: clinicians,
    withdrawEnding: clinicians,
    changeLevel: clinicians,
    correctLevel: clinicians,
    startLeave: clinicians,
    changeLeave: clinicians,
    prescribeHours: clinicians,
    correctHours: clinicians,
  },
  adjustments: {
    one: clinicians,
    start: clinicians,
    talk: clinicians,
    explain: clinicians,
    sign: clinicians,
    speakOfLaterResults: clinicians,
    shareCorrection: clinicians,
    recordOutcome: clinicians,
  },
  attendance: { roster: careTeam, record: careTeam, findPerson: careTeam, addPerson: careTeam, removePerson: careTeam },
  caseload: { today: clinicians, search: clinicians, nothingNeeded: clinicians, snooze: clinicians, recordNotification: clinicians },
  changes: { since: everybody },
  closures: { list: everybody, past: everybody, preview: schedulers, add: schedulers, remove: schedulers },
  cohort: {
    overview: ['director', 'therapist'],
    people: ['director', 'therapist'],
    annotate: ['director'],
    rebase: ['director'],
    withdrawMark: ['director'],
  },
  clients: {
    add: clinicians,
    amend: clinicians,
    choices: careTeam,
    compare: clinicians,
    count: careTeam,
    markNotDuplicate: clinicians,
    duplicates: clinicians,
    merge: clinicians,
    moreDuplicates: clinicians,
    moreProblems: clinicians,
    page: clinicians,
    problems: clinicians,
    record: clinicians,
    search: careTeam,
  },
  contacts: { record: clinicians },
  drugScreens: {
    cupLog: careTeam,
    walkIn: careTeam,
    record: careTeam,
    recordBreath: careTeam,
    amend: careTeam,
    codes: clinicians,
    answerCode: clinicians,
    labQueue: careTeam,
    recordLabResults: careTeam,
  },
  panels: { addLot: ['tech', 'therapist', 'director', 'administrator'] },
  screenPlans: { one: clinicians, set: clinicians, followProgram: clinicians },
  screenSlots: { sessions: clinicians, ask: clinicians, withdraw: clinicians },
  imports: {
    list: office,
    upload: office,
    one: office,
    match: office,
    rows: office,
    fix: office,
    skip: office,
    keep: office,
    start: office,
    retry: office,
    held: office,
    missing: office,
    undo: office,
    throwAway: office,
  },
  reviews: { ofClient: clinicians, record: clinicians },
  safetyConcerns: { ofClient: clinicians, raise: clinicians, close: clinicians },
  groups: {
    list: everybody,
    ended: everybody,
    one: everybody,
    roster: careTeam,
    add: schedulers,
    edit: schedulers,
    addMeeting: schedulers,
    changeMeeting: schedulers,
    endMeeting: schedulers,
    end: schedulers,
    goOn: schedulers,
    enroll: clinicians,
    leave: clinicians,
  },
  locations: { list: everybody, addProgram: schedulers, editProgram: schedulers, addSite: schedulers, editSite: schedulers },
  sessions: {
    ofDay: everybody,
    add: clinicians,
    cancel: rearrangers,
    restore: rearrangers,
    substitute: rearrangers,
    move: rearrangers,
    makeUpOffers: careTeam,
    bookMakeUp: careTeam,
  },
};

/** The roles of an endpoint. One without a row is refused to everybody. */
export function rolesFor(noun: string, name: string): readonly Role[] {
  const rows = Object.entries(policy).find(([key]) => key === noun)?.[1];
  return (rows === undefined ? undefined : Object.entries<readonly Role[]>(rows).find(([key]) => key === name)?.[1]) ?? [];
}

/** Whether this person's role may use an endpoint. */
export const mayRequest = ({ role }: Actor, noun: string, name: string): boolean => rolesFor(noun, name).includes(role);
