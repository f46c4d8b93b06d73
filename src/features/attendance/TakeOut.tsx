import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { attendance } from '#contract/attendance.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { bookingWords } from './booking-words.ts';
import type { RosterRow } from './roster-rows.ts';

type TakeOutProps = { sessionId: string; row: RosterRow; onTaken: () => void };

/** Somebody who was booked by mistake leaves the roster. Only a place that nobody marked can. */
export function TakeOut({ sessionId, row, onTaken }: TakeOutProps) {
  const [key] = useState(newKey);
  const take = useMutation({
    networkMode: 'always',
    mutationFn: () => call(attendance.removePerson, { sessionId, clientId: row.clientId }, { key, version: row.version }),
    onSuccess: () => {
      announce(bookingWords.taken(row.name));
      onTaken();
    },
  });
  return (
    <Button disabled={take.isPending} onClick={() => take.mutate()}>
      {take.error?.message ?? (take.isPending ? bookingWords.removing : bookingWords.take)}
    </Button>
  );
}
