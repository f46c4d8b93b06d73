import { Link } from '@tanstack/react-router';
import { Mark } from '#charts/marks/Mark.tsx';
import type { ClientPage } from '#contract/clients.ts';
import { untilWords } from '#domain/calendar-words.ts';
import { buttonLook } from '#ui/button-look.ts';
import styles from './ClientPage.module.css';
import { clientsWords } from './clients-words.ts';

type OpenNeedsProps = { page: ClientPage };

/** What the team owes this client now, each with its clock. A result is a prompt to act, and says so. */
export function OpenNeeds({ page }: OpenNeedsProps) {
  const urgent = page.needs.filter((need) => need.adjustmentId !== null || need.tier <= 3);
  const others = page.needs.filter((need) => !urgent.includes(need));
  return (
    <>
      {urgent.map((need) => (
        <Banner key={`${need.kind} ${need.adjustmentId ?? ''}`} need={need} page={page} />
      ))}
      {others.length > 0 && <p className={styles['also']}>{clientsWords.also(others.map(({ why }) => why).join(' '))}</p>}
    </>
  );
}

function Banner({ need, page }: { need: ClientPage['needs'][number]; page: ClientPage }) {
  const adjustment = page.journey.adjustments.find(({ id }) => id === need.adjustmentId);
  const event = page.journey.screens.find((screen) => screen.adjustmentId === need.adjustmentId);
  return (
    <section className={styles['banner']} aria-label={need.owed ?? need.why}>
      {event !== undefined && <Mark code={event.mark} size={14} presumptive={event.presumptive} />}
      <div className={styles['bannerWords']}>
        <p>
          {adjustment !== undefined && <strong>{clientsWords.open(adjustment.number)} </strong>}
          {need.why} <strong className={styles['owed']}>{need.owed}</strong>
          {need.dueAt !== null && <span className={styles['until']}> {untilWords(need.dueAt, page.asOf)}</span>}
        </p>
        {adjustment !== undefined && <p className={styles['prompt']}>{clientsWords.prompt(page.client.called)}</p>}
      </div>
      {need.adjustmentId !== null && (
        <Link
          className={buttonLook('primary')}
          to="/clients/$clientId/adjustments/$adjustmentId"
          params={{ clientId: page.client.clientId, adjustmentId: need.adjustmentId }}
        >
          {need.kind === 'talk' ? clientsWords.adjust : clientsWords.continue}
        </Link>
      )}
    </section>
  );
}
