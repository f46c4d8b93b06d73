import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { dayWithYear } from '#domain/calendar-words.ts';
import styles from '#features/clients/ClientPage.module.css';
import { clients } from '#features/clients/clients.queries.ts';
import { clientsWords } from '#features/clients/clients-words.ts';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

type ClientsPageProps = { closed: boolean; opens: boolean; onClosed: (closed: boolean) => void };

/** The clients of the programs that a person works in. What is typed stays on the page. */
export function ClientsPage({ closed, opens, onClosed }: ClientsPageProps) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data, error, refetch } = useQuery(clients.search({ text: asked, standing: closed ? 'closed' : 'in-care' }));
  const { columns } = clientsWords;

  return (
    <>
      <title>Clients · Cairn</title>
      <PageHeader
        title={clientsWords.title}
        eyebrow={data === undefined ? ' ' : clientsWords.found(data.total)}
        actions={
          <div className={styles['tools']}>
            <SegmentedControl
              label={clientsWords.which}
              segments={[
                { value: 'open', label: clientsWords.inCare, current: !closed },
                { value: 'closed', label: clientsWords.closed, current: closed },
              ]}
              onChoose={(value) => onClosed(value === 'closed')}
            />
            <TextInput
              className={styles['search']}
              type="search"
              aria-label={clientsWords.search}
              placeholder={clientsWords.search}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        }
      />
      {data === undefined && error === null && <Skeleton what="clients" rows={8} />}
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data?.clients.length === 0 && <Empty>{clientsWords.none}</Empty>}
      {data !== undefined && data.clients.length > 0 && (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={clientsWords.title}>
          <table className={styles['people']}>
            <thead>
              <tr>
                {Object.values(columns).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.clients.map((client) => (
                <tr key={client.clientId}>
                  <th scope="row">
                    {opens ? (
                      <Link to="/clients/$clientId" params={{ clientId: client.clientId }}>
                        {client.name}
                      </Link>
                    ) : (
                      client.name
                    )}
                  </th>
                  <td>{client.chartNumber}</td>
                  <td>{client.bornOn === null ? clientsWords.unknownBirth : dayWithYear(client.bornOn)}</td>
                  <td>{client.group ?? '–'}</td>
                  <td>{client.therapist ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
