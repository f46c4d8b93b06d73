import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { drugScreens } from '#contract/drug-screens.ts';
import { call, Refused } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { newKey } from '#api/idempotency-key.ts';
import { breathProblemWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { momentOf, timeAt } from '#domain/calendar/calendar.ts';
import { momentTyped, typedMoment } from '#domain/calendar/typed-moment.ts';
import { announce } from '#ui/announcements.ts';
import type { NotificationDraft } from '#ui/NotificationFields.tsx';
import { breathIn, isOver, typedProblem } from './breath-typing.ts';
import { breathLogWords as words } from './breath-words.ts';
import type { CupLog, LogRow } from './log-rows.ts';

type Wanted = { log: CupLog; rows: readonly LogRow[]; clientId: string; typed: string; onSaved: () => void };
type Draft = {
  readonly clientId: string;
  readonly panelId: string;
  readonly typed: string;
  readonly time: string;
  readonly notified: NotificationDraft;
};
export type BreathField = 'clientId' | 'panelId' | 'value' | 'at' | 'notified.who' | 'notified.at';

/** One reading as it is typed, what is missing, and the request that stores it at once. */
export function useBreath({ log, rows, clientId, typed, onSaved }: Wanted) {
  const { zone, session, breath } = log;
  const [key, setKey] = useState(newKey);
  const [draft, setDraft] = useState<Draft>(() => {
    const now = serverNow();
    return {
      clientId,
      panelId: breath?.devices[0]?.id ?? '',
      typed,
      time: timeAt(now, zone),
      notified: { who: '', at: typedMoment(now, zone) },
    };
  });
  const [tried, setTried] = useState(false);
  const over = isOver(draft.typed, breath?.limit ?? 0);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (value: number) => {
      const notified = { who: draft.notified.who, at: momentTyped(draft.notified.at, zone) };
      const at = momentOf(session.on, draft.time, zone);
      const reading = { sessionId: session.id, clientId: draft.clientId, panelId: draft.panelId, value, at };
      return call(drugScreens.recordBreath, { ...reading, notified: over ? notified : null }, { key });
    },
    onSuccess: ({ message }) => {
      announce(words.saved(rows.find((row) => row.clientId === draft.clientId)?.name ?? '', message));
      onSaved();
    },
  });
  const problem = typedProblem(draft.typed);
  const missing: Readonly<Partial<Record<BreathField, string>>> = tried
    ? {
        ...(draft.clientId === '' ? { clientId: words.missing.clientId } : {}),
        ...(problem === null ? {} : { value: breathProblemWords[problem] }),
        ...(draft.time === '' ? { at: words.missing.at } : {}),
        ...(over && draft.notified.who.trim() === '' ? { 'notified.who': words.missing.notified } : {}),
      }
    : {};
  const fields = save.error instanceof Refused ? save.error.problem.fields : undefined;
  return {
    draft,
    over,
    put: (part: Partial<Draft>) => {
      setDraft({ ...draft, ...part });
      // Another content is another request.
      setKey(newKey());
    },
    fault: (field: BreathField): string | null => missing[field] ?? fields?.find((one) => one.field === field)?.message ?? null,
    refused: save.error !== null && fields === undefined ? save.error.message : null,
    submit: () => {
      setTried(true);
      const value = breathIn(draft.typed);
      if (value !== null && problem === null && draft.clientId !== '' && draft.time !== '' && (!over || draft.notified.who.trim() !== ''))
        save.mutate(value);
    },
    isSaving: save.isPending,
  };
}
