import type { ReactNode } from 'react';
import type { ClientPage } from '#contract/clients.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import styles from './ClientPage.module.css';
import { clientsWords } from './clients-words.ts';

/** Who this is, by two identifiers, and where they are in care. */
export function ClientHeader({ client, actions }: { client: ClientPage['client']; actions: ReactNode }) {
  const identity = [
    client.pronouns,
    client.age === null ? null : String(client.age),
    client.bornOn === null ? null : clientsWords.born(dayWithYear(client.bornOn)),
    clientsWords.chart(client.chartNumber),
  ];
  return (
    <PageHeader
      title={client.name}
      actions={actions}
      beside={identity.filter((part) => part !== null).join(' · ')}
      below={
        <ul className={styles['facts']} role="list">
          {client.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      }
    />
  );
}
