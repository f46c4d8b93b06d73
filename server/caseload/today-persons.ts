import type { CaseloadRow, PersonLine } from '#contract/caseload.ts';
import { lastWeekWords } from '#domain/attendance/words.ts';
import { addDays, dayAt, weekOf } from '#domain/calendar/calendar.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { goodNewsSummary } from '#domain/caseload/good-news-words.ts';
import { notSnoozed } from '#domain/caseload/snooze.ts';
import { responsibleWords } from '#domain/coverage/words.ts';
import { snoozedLine } from '#domain/caseload/snooze-words.ts';
import { calledName, shownName } from '#server/clients/client-names.ts';
import { coverageShown } from '#server/coverage/coverage-shown.ts';
import { coverageFor } from '#server/coverage/covering-for.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { rowOf } from './caseload-row.ts';
import { factsOf } from './client-facts.rows.ts';
import { goodNewsIn, needsIn, needsShown } from './client-needs.ts';
import { snoozesOf } from './snoozes.rows.ts';
import type { PersonRow, Whose } from './today.rows.ts';

type Shown = Readonly<Record<'readAgain' | 'goodNews' | 'snoozed' | 'nothingNeeded', (person: PersonRow) => PersonLine>> & {
  readonly row: (person: PersonRow) => CaseloadRow;
};

/** Reads what is drawn of these people, whichever list they are in, and answers how each is shown. */
export async function loadPersons(persons: readonly PersonRow[], whose: Whose, context: Context): Promise<Shown> {
  const { actor, now, zone } = context;
  const ids = [...new Set(persons.map(({ client_id }) => client_id))];
  const facts = await factsOf(
    [...new Map(persons.map((person) => [person.client_id, { ...person, called: calledName(person) }])).values()],
    context,
  );
  const snoozes = await snoozesOf(context.db, ids);
  const coverage = await coverageFor(context, ids);
  const today = dayAt(now, zone);

  const of = ({ client_id }: PersonRow) => {
    const found = facts.get(client_id);
    if (found === undefined) throw new Error('a client of the list has no records');
    return found;
  };
  const line = (person: PersonRow, words: string): PersonLine => ({ clientId: person.client_id, name: shownName(person), line: words });
  const shownOf = (person: PersonRow) => coverageShown(person, coverage, actor);
  return {
    row: (person) => {
      const own = of(person);
      const needs = notSnoozed(needsIn(own, context), snoozes.get(person.client_id) ?? [], today);
      return rowOf(person, own, {
        needs: needsShown(needs, context, own.zone),
        today,
        coverage: shownOf(person),
        therapist: whose === 'team' ? responsibleWords(person, today) : null,
      });
    },
    readAgain: (person) => line(person, String(coverage.reinterpretations.get(person.client_id) ?? 0)),
    goodNews: (person) => {
      const own = of(person);
      const [news] = goodNewsIn(own, context);
      return line(person, news === undefined ? '' : goodNewsSummary(news));
    },
    snoozed: (person) => {
      const put = (snoozes.get(person.client_id) ?? []).find(({ until }) => until > today);
      return line(person, put === undefined ? '' : snoozedLine(put.reason, dayWords(put.until)));
    },
    nothingNeeded: (person) => {
      const lastWeek = of(person).weeks.find(({ week }) => week === addDays(weekOf(today), -7)) ?? null;
      return line(person, shownOf(person).covering ?? lastWeekWords(lastWeek));
    },
  };
}
