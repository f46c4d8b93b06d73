import type { ReactNode } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { dayWithYear, dayWords } from '#domain/calendar/words.ts';
import { weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { savingWords } from '../saving-words.ts';
import styles from './Groups.module.css';
import { makeUpWords, rosterWords } from './groups-words.ts';

type Person = OutputOf<Contract['groups']['roster']>['people'][number];
type RosterTableProps = {
  people: readonly Person[];
  today: Day;
  renderClient: (clientId: string, name: string) => ReactNode;
  onLeave?: (person: Person) => void;
  onMakeUp?: (requested: RequestedMakeUp) => void;
};

export type RequestedMakeUp = { readonly person: Person; readonly sessionId: string; readonly on: Day };

export function RosterTable({ people, today, renderClient, onLeave, onMakeUp }: RosterTableProps) {
  const { columns } = rosterWords;
  return (
    <Table className={styles['wide']} caption={rosterWords.title}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.chart}</th>
          <th scope="col">{columns.days}</th>
          <th scope="col">{columns.dates}</th>
          {onMakeUp !== undefined && <th scope="col">{columns.missed}</th>}
          {onLeave !== undefined && (
            <th scope="col">
              <VisuallyHidden>{savingWords.actions}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={`${person.clientId} ${person.from}`}>
            <th scope="row">
              {renderClient(person.clientId, person.name)}
              {!person.inCare && <span className={styles['small']}>{rosterWords.notInCare}</span>}
            </th>
            <td data-label={columns.chart}>{person.chartNumber}</td>
            <td data-label={columns.days}>
              {person.weekdays === null ? rosterWords.every : person.weekdays.map((one) => weekdayWord(one).slice(0, 3)).join(' ')}
            </td>
            <td className={styles['whole']} data-label={columns.dates}>
              {datesWords(person, today)}
            </td>
            {onMakeUp !== undefined && (
              <td className={styles['whole']} {...(person.missed.length > 0 && { 'data-label': columns.missed })}>
                {person.missed.length > 0 && (
                  <span className={styles['missed']}>
                    {person.missed.map((one) => (
                      <button
                        key={one.sessionId}
                        type="button"
                        className={styles['way']}
                        aria-label={makeUpWords.open(person.name, dayWords(one.on))}
                        onClick={() => onMakeUp({ person, ...one })}
                      >
                        {dayWords(one.on)}
                      </button>
                    ))}
                  </span>
                )}
              </td>
            )}
            {onLeave !== undefined && (
              <td className={styles['actions']} data-print="never">
                <Button tone="quiet" aria-label={rosterWords.leaveOf(person.name)} onClick={() => onLeave(person)}>
                  {rosterWords.leave}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const datesWords = ({ from, to }: Person, today: Day): string =>
  from > today && to === null
    ? rosterWords.begins(dayWithYear(from))
    : rosterWords.since(dayWithYear(from), to === null ? null : dayWithYear(to));
