import { call } from '#api/client.ts';
import { drugScreens } from '#contract/drug-screens.ts';
import { useSending, type Sending } from '#api/useSending.ts';
import { newKey } from '#api/idempotency-key.ts';
import { announce } from '#ui/announcements.ts';
import { afterSaving, type LogBatch, type LogDraft, type LogInput } from './log-draft.ts';

type Signing = Omit<Sending<LogBatch>, 'send'> & { readonly sign: (input: LogInput, rowIds: readonly string[]) => void };

/** Sends a signed log, and takes from the draft what is stored. */
export function useSigning(draft: LogDraft, change: (change: (draft: LogDraft) => LogDraft) => void): Signing {
  const { send, ...sending } = useSending({
    kept: draft.batch,
    keep: (batch: LogBatch | null) => change((now) => ({ ...now, batch })),
    record: (input, options) => call(drugScreens.record, input, options),
    onStored: ({ message }, batch) => {
      // The rows show what the server has before the draft lets go of them.
      change((now) => afterSaving(now, batch));
      announce(message);
      return message;
    },
  });
  return { ...sending, sign: (input, rowIds) => send({ key: newKey(), input, rowIds, waits: false }) };
}
