import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { ClientPage } from '#contract/clients.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { dischargeNames } from '#domain/episodes/discharge-reasons-words.ts';
import { dischargeReasons } from '#domain/episodes/discharge-reasons.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import { medicationNow } from '#domain/medications/words-now.ts';
import { phaseWeek } from '#domain/phases/phases.ts';
import { yearsBetween } from '#domain/people/age.ts';
import type { ClientOnPage } from './client-page.rows.ts';
import type { Loaded } from '#server/caseload/facts-at.ts';
import { calledName, shownName } from './client-names.ts';

/** The strip on top of the page: who this is by two identifiers, and where they are in care, in a line. */
export function identityOf(client: ClientOnPage, facts: Loaded, medications: readonly Medication[], today: Day): ClientPage['client'] {
  const phase = facts.phases.findLast(({ from }) => from <= today);
  const discharge = dischargeReasons.find((reason) => reason === client.closed_because);
  const inLine = [
    client.group_name === null ? null : [client.group_name, meetsWords(client.meets ?? [])].filter(Boolean).join(', '),
    facts.started ? `Admitted ${dayWithYear(facts.admittedOn)}` : `Opened ${dayWithYear(client.opened_on)}, not started`,
    client.closed_on === null
      ? null
      : `Closed ${dayWithYear(client.closed_on)}${discharge === undefined ? '' : `: ${dischargeNames[discharge]}`}`,
    phase === undefined || client.closed_on !== null ? null : `Phase ${phase.number}, week ${phaseWeek(phase.from, today, facts.leaves)}`,
    client.therapist === null ? 'No therapist yet' : `Therapist ${client.therapist}`,
    ...medications.filter(({ startedOn, endedOn }) => startedOn <= today && (endedOn === null || endedOn >= today)).map(medicationNow),
  ];
  return {
    clientId: client.client_id,
    name: shownName(client),
    called: calledName(client),
    pronouns: client.pronouns,
    chartNumber: client.chart_number,
    bornOn: client.born_on,
    age: client.born_on === null ? null : yearsBetween(client.born_on, today),
    facts: inLine.filter((part) => part !== null),
  };
}
