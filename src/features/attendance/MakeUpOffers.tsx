import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { sessions } from '#contract/scheduling-sessions.ts';
import { momentWords } from '#domain/calendar/words.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Fault } from '#ui/Fault.tsx';
import { attendance } from './attendance.queries.ts';
import styles from './BookingDialog.module.css';
import { makeUpWords } from './booking-words.ts';
import type { RosterRow } from './roster-rows.ts';

type MakeUpOffersProps = { sessionId: string; row: RosterRow };

const shown = 4;

/** Sessions to come that could stand for one that was missed, excused or cancelled, so that the next hour is offered while it is thought of. */
export function MakeUpOffers({ sessionId, row }: MakeUpOffersProps) {
  const { data, error } = useQuery(attendance.makeUps(row.clientId, sessionId));
  const book = useMutation({
    networkMode: 'always',
    mutationFn: (withId: string) => call(sessions.bookMakeUp, { clientId: row.clientId, sessionId, with: withId }),
    onSuccess: () => {
      announce(makeUpWords.done(row.name));
    },
  });
  if (error !== null) return <p className={styles['hint']}>{makeUpWords.unavailable}</p>;
  if (data === undefined) return null;
  const words = (offer: { readonly startsAt: Parameters<typeof momentWords>[0]; readonly title: string }): string =>
    `${momentWords(offer.startsAt, data.zone)}, ${offer.title}`;
  return (
    <section aria-label={makeUpWords.title}>
      <h3 className={styles['earlier']}>{makeUpWords.title}</h3>
      {data.booked !== null && <p className={styles['hint']}>{makeUpWords.booked(words(data.booked))}</p>}
      {data.booked === null && data.offers.length === 0 && <p className={styles['hint']}>{makeUpWords.none}</p>}
      {data.booked === null && (
        <ul role="list">
          {data.offers.slice(0, shown).map((offer) => (
            <li key={offer.sessionId} className={styles['offer']}>
              <span>{words(offer)}</span>
              <Button disabled={book.isPending} aria-label={makeUpWords.bookFor(words(offer))} onClick={() => book.mutate(offer.sessionId)}>
                {makeUpWords.book}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {book.error !== null && <Fault>{book.error.message}</Fault>}
    </section>
  );
}
