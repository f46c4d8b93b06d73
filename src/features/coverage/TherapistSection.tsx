import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { coverage } from '#contract/coverage.ts';
import type { Care, HandoverShown } from '#contract/episodes-shown.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './Coverage.module.css';
import { coveragePageWords } from './coverage-page-words.ts';

const TransferDialog = lazy(async () => ({ default: (await import('./TransferDialog.tsx')).TransferDialog }));

/** Who answers for the client now, who covers, and every hand-over with its note. */
export function TherapistSection({ care, me }: { care: Care; me: string | null }) {
  const [handing, setHanding] = useState(false);
  const open = care.episodes.find(({ closedOn }) => closedOn === null);
  const { client, choices, coveredBy } = care;
  return (
    <Panel
      id="therapist"
      title={coveragePageWords.section.title}
      actions={open !== undefined && <Button onClick={() => setHanding(true)}>{coveragePageWords.section.hand}</Button>}
    >
      {open === undefined && care.handovers.length === 0 && <p className={styles['quiet']}>{coveragePageWords.section.nobody}</p>}
      {open !== undefined && (
        <p>
          {coveragePageWords.section.now(open.therapist)}{' '}
          {coveredBy !== null && coveragePageWords.section.covered(coveredBy.name, coveredBy.until)}
        </p>
      )}
      {care.handovers.length > 0 && (
        <ul className={styles['notes']}>
          {care.handovers.map((one) => (
            <Handover
              key={one.id}
              clientId={client.clientId}
              one={one}
              zone={care.timeZone}
              mine={one.toId === me && open?.therapistId === me}
            />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {handing && open !== undefined && (
          <TransferDialog
            title={coveragePageWords.section.handTitle(client.name)}
            fromId={open.therapistId}
            clientIds={[client.clientId]}
            staff={choices.therapists}
            today={care.today}
            onDone={() => setHanding(false)}
            onClose={() => setHanding(false)}
          />
        )}
      </Suspense>
    </Panel>
  );
}

function Handover({ clientId, one, zone, mine }: { clientId: string; one: HandoverShown; zone: string; mine: boolean }) {
  const [key] = useState(newKey);
  const read = useMutation({
    networkMode: 'always',
    mutationFn: () => call(coverage.acknowledge, { clientId, handoverId: one.id }, { key }),
  });
  return (
    <li>
      <strong>{coveragePageWords.section.line(one.from, one.to, one.on)}</strong>
      <p className={styles['words']}>{one.note}</p>
      <p className={styles['quiet']}>
        {coveragePageWords.section.by(one.by)}.{' '}
        {one.acknowledgedAt === null ? coveragePageWords.section.unread : coveragePageWords.section.read(dayAt(one.acknowledgedAt, zone))}.
      </p>
      {one.acknowledgedAt === null && mine && (
        <Button disabled={read.isPending} onClick={() => read.mutate()}>
          {coveragePageWords.section.acknowledge}
        </Button>
      )}
    </li>
  );
}
