import { Link } from '@tanstack/react-router';
import type { ClientListed } from '#contract/clients-list.ts';
import { dayWithYear, untilWords } from '#domain/calendar/words.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { Chip } from '#ui/Chip.tsx';
import { rowMark } from '#ui/useRowSelection.ts';
import styles from './ClientList.module.css';
import { listWords, taskWords } from './list-words.ts';
import { useListKeys } from './useListKeys.ts';

type ClientTableProps = {
  rows: readonly ClientListed[];
  now: Instant;
  /** A technician sees the roster: nothing opens. */
  roster: boolean;
  onOpen: (client: ClientListed) => void;
  onFilter: () => void;
};

/** The list itself. One stop of the Tab key; arrows or j and k go from row to row, Enter opens. */
export function ClientTable({ rows, now, roster, onOpen, onFilter }: ClientTableProps) {
  const { columns } = listWords;
  const open = (clientId: string) => {
    const row = rows.find((one) => one.clientId === clientId);
    if (row !== undefined && !roster) onOpen(row);
  };
  const { selected, select, onKeyDown } = useListKeys(
    rows.map(({ clientId }) => clientId),
    open,
    onFilter,
  );
  const heads = roster ? [columns.name, columns.chart, columns.born, columns.group] : Object.values(columns);
  return (
    <table className={styles['table']} data-roster={roster || undefined}>
      <caption className={styles['hidden']}>{listWords.list}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={onKeyDown}>
        {rows.map((client) => (
          <tr
            key={client.clientId}
            {...rowMark(client.clientId)}
            tabIndex={client.clientId === selected ? 0 : -1}
            aria-current={client.clientId === selected || undefined}
            onFocus={() => select(client.clientId)}
          >
            <th scope="row">
              {roster ? <span className={styles['name']}>{client.name}</span> : <NameLink client={client} />}
              {client.pronouns !== null && <span className={styles['quiet']}> {client.pronouns}</span>}
            </th>
            <td>{client.chartNumber}</td>
            <td>{client.bornOn === null ? listWords.unknownBirth : dayWithYear(client.bornOn)}</td>
            <td data-nothing={client.group === null || undefined}>{client.group ?? listWords.nothing}</td>
            {!roster && (
              <>
                <td data-nothing={client.therapist === null || undefined}>{client.therapist ?? listWords.nothing}</td>
                <td data-label={listWords.phase} data-nothing={client.phase === null || undefined}>
                  {client.phase === null ? listWords.nothing : client.phase}
                </td>
                <td data-nothing={client.task === null || undefined}>
                  {client.beingWorkedOut ? (
                    listWords.workedOut
                  ) : client.task === null ? (
                    listWords.nothing
                  ) : (
                    <Task task={client.task} now={now} />
                  )}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Somebody without an episode has no journey yet: their record opens. */
function NameLink({ client }: { client: ClientListed }) {
  const to = client.careStatus === 'not-started' ? '/clients/$clientId/record' : '/clients/$clientId';
  return (
    <Link to={to} params={{ clientId: client.clientId }} className={styles['name']} tabIndex={-1}>
      {client.name}
    </Link>
  );
}

function Task({ task, now }: { task: NonNullable<ClientListed['task']>; now: Instant }) {
  return (
    <span className={styles['task']}>
      <Chip tone="wait">{taskWords[task.kind]}</Chip>
      <span className={styles['quiet']}>
        {task.dueAt === null || task.kind === 'safety' ? '' : untilWords(task.dueAt, now)}
        {listWords.plusMore(task.more)}
      </span>
    </span>
  );
}
