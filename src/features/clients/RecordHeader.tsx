import { Link } from '@tanstack/react-router';
import type { ClientRecord } from '#contract/clients-record.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { buttonLook } from '#ui/button-look.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { clientsWords } from './clients-words.ts';
import { recordWords } from './record-words.ts';

/** Whose record this is, by two identifiers, and the way back to the journey where there is one. */
export function RecordHeader({ record }: { record: ClientRecord }) {
  const identity = [
    record.pronouns,
    record.age === null ? null : String(record.age),
    record.bornOn === null ? null : clientsWords.born(dayWithYear(record.bornOn)),
    clientsWords.chart(record.chartNumber),
  ];
  return (
    <PageHeader
      eyebrow={recordWords.eyebrow}
      title={record.name}
      beside={identity.filter((part) => part !== null).join(' · ')}
      actions={
        record.careStatus !== 'not-started' && (
          <Link className={buttonLook('plain')} to="/clients/$clientId" params={{ clientId: record.clientId }}>
            {recordWords.back}
          </Link>
        )
      }
    />
  );
}
