import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { clientRecords } from '#features/clients/client-records.queries.ts';
import { ContactsSection } from '#features/clients/ContactsSection.tsx';
import { IdentifiersSection } from '#features/clients/IdentifiersSection.tsx';
import { IdentitySection } from '#features/clients/IdentitySection.tsx';
import { MergedSection } from '#features/clients/MergedSection.tsx';
import styles from '#features/clients/Record.module.css';
import { RecordHeader } from '#features/clients/RecordHeader.tsx';
import { recordWords } from '#features/clients/record-words.ts';
import { ScreenPlanSection } from '#features/screen-plans/ScreenPlanSection.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { CareSections } from './CareSections.tsx';

const route = getRouteApi('/clients/$clientId/record');

/** What the chart says of a person, in sections that are each read and mended on their own. */
export function RecordPage() {
  const { clientId } = route.useParams();
  const { data: record, error, refetch } = useQuery(clientRecords.one(clientId));
  if (record === undefined) {
    if (error !== null) throw error;
    return <Skeleton what="this record" rows={6} rowHeight={64} />;
  }
  return (
    <>
      <title>Record · Cairn</title>
      <RecordHeader record={record} />
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {record.clientId !== clientId && <p className={styles['moved']}>{recordWords.movedHereAny}</p>}
      <div className={styles['sections']}>
        <IdentitySection record={record} />
        <ContactsSection record={record} />
        <IdentifiersSection record={record} />
        <CareSections clientId={record.clientId} />
        <ScreenPlanSection clientId={record.clientId} />
        <MergedSection record={record} />
      </div>
    </>
  );
}
