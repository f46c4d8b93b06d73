import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#api/client.ts';
import { sessions } from '#contract/scheduling-sessions.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { dayWithYear, dayWords } from '#domain/calendar/words.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { RadioRow } from '#ui/RadioRow.tsx';
import styles from '../dialogs/dialogs.module.css';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { schedule } from '../schedule.queries.ts';
import { useSaving } from '../useSaving.ts';
import { makeUpWords } from './groups-words.ts';
import type { RequestedMakeUp } from './RosterTable.tsx';

type Offer = OutputOf<Contract['sessions']['makeUpOffers']>['offers'][number];

/** Which session to come could make up for one that was missed, and its booking. */
export function MakeUp({ requested: { person, sessionId, on }, onClose }: { requested: RequestedMakeUp; onClose: () => void }) {
  const { clientId, name } = person;
  const { data, error } = useQuery(schedule.makeUps(clientId, sessionId));
  const [chosen, setChosen] = useState<string | null>(null);
  const saving = useSaving({
    save: (withId: string, key) => call(sessions.bookMakeUp, { clientId, sessionId, with: withId }, { key }),
    fields: ['with'],
    onSaved: onClose,
  });
  const until = data === undefined ? '' : dayWithYear(data.until);
  return (
    <SavingDialog
      title={makeUpWords.title(name, dayWords(on))}
      does={makeUpWords.does}
      saving={{ ...saving, alert: saving.alert ?? error?.message ?? null }}
      disabled={chosen === null}
      onClose={onClose}
      onSave={() => chosen !== null && saving.send(chosen)}
    >
      {data?.booked && <p>{makeUpWords.booked(offerWords(data.booked, data.zone))}</p>}
      {data !== undefined && data.booked === null && data.offers.length === 0 && <p>{makeUpWords.none(until)}</p>}
      {data !== undefined && data.offers.length > 0 && (
        <>
          <p className={styles['note']}>{makeUpWords.note(until)}</p>
          <RadioRow
            label={makeUpWords.choose}
            stacked
            options={data.offers.map((offer) => ({ value: offer.sessionId, label: offerWords(offer, data.zone) }))}
            value={chosen}
            onChoose={setChosen}
            {...saving.at('with')}
          />
        </>
      )}
    </SavingDialog>
  );
}

const offerWords = (offer: Offer, zone: Zone): string =>
  [
    `${dayWords(offer.on)} ${timesWords({ ...offer, timesKnown: true }, zone)}`,
    offer.title,
    offer.siteName,
    offer.telehealth ? makeUpWords.video : null,
    offer.seatsLeft === null ? null : makeUpWords.left(offer.seatsLeft),
  ]
    .filter((part) => part !== null)
    .join(', ');
