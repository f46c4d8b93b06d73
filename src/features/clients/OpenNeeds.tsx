import { Link } from '@tanstack/react-router';
import { Mark } from '#charts/marks/Mark.tsx';
import type { ClientPage } from '#contract/clients.ts';
import { untilWords } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import styles from './ClientPage.module.css';
import { clientsWords } from './clients-words.ts';

type Need = ClientPage['needs'][number];
type OpenNeedsProps = { page: ClientPage; onAnswer: (need: Need) => void };

/** What the team owes this client now, each with its clock. A result is a prompt to act, and says so. */
export function OpenNeeds({ page, onAnswer }: OpenNeedsProps) {
  const urgent = page.needs.filter((need) => need.adjustmentId !== null || need.tier <= 3);
  const reviews = page.needs.filter((need) => !urgent.includes(need) && need.about !== undefined);
  const others = page.needs.filter((need) => !urgent.includes(need) && !reviews.includes(need));
  return (
    <>
      {!page.inCare && page.needs.length > 0 && <p className={styles['also']}>{clientsWords.stillDue}</p>}
      {urgent.map((need) => (
        <Banner key={`${need.kind} ${need.adjustmentId ?? need.about?.id ?? ''} ${need.why}`} need={need} page={page} onAnswer={onAnswer} />
      ))}
      {reviews.length > 0 && (
        <ul role="list" className={styles['reviews']}>
          {reviews.map((need) => (
            <li key={`${need.about?.kind} ${need.about?.id ?? ''}`}>
              <span>{need.why}</span>
              <Button aria-label={clientsWords.reviewOf(need.why)} onClick={() => onAnswer(need)}>
                {clientsWords.review}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && <p className={styles['also']}>{clientsWords.also(others.map(({ why }) => why).join(' '))}</p>}
    </>
  );
}

function Banner({ need, page, onAnswer }: OpenNeedsProps & { need: Need }) {
  const adjustment = page.journey.adjustments.find(({ id }) => id === need.adjustmentId);
  const event =
    need.adjustmentId === null ? undefined : page.journey.screens.find(({ adjustmentId }) => adjustmentId === need.adjustmentId);
  return (
    <section className={styles['banner']} aria-label={need.task ?? need.why}>
      {event !== undefined && <Mark code={event.mark} size={14} presumptive={event.presumptive} />}
      <div className={styles['bannerWords']}>
        <p>
          {adjustment !== undefined && <strong>{clientsWords.open(adjustment.number)} </strong>}
          {need.why} <strong className={styles['task']}>{need.task}</strong>
          {need.dueAt !== null && <span className={styles['until']}> {untilWords(need.dueAt, page.asOf)}</span>}
        </p>
        {adjustment !== undefined && <p className={styles['prompt']}>{clientsWords.prompt(page.client.called)}</p>}
      </div>
      {need.about !== undefined && (
        <Button tone="primary" onClick={() => onAnswer(need)}>
          {need.about.kind === 'check' ? clientsWords.check : clientsWords.tell}
        </Button>
      )}
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
