import type { CaseloadRow } from '#contract/caseload.ts';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { ContactDialog } from '#features/adjustments/ContactDialog.tsx';
import { OrderDialog } from '#features/caseload/OrderDialog.tsx';
import { PeekDialog } from '#features/caseload/PeekDialog.tsx';
import { SnoozeDialog } from '#features/caseload/SnoozeDialog.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';

export type Opened = { readonly kind: 'order' } | { readonly kind: 'answer' | 'contact' | 'snooze' | 'peek'; readonly row: CaseloadRow };

type TodayDialogProps = { opened: Opened; today: Day; now: Instant; zone: string; onClose: () => void };

/** The one dialog of Today that is open. */
export function TodayDialog({ opened, today, now, zone, onClose }: TodayDialogProps) {
  switch (opened.kind) {
    case 'order':
      return <OrderDialog onClose={onClose} />;
    case 'answer': {
      const { clientId, name, needs } = opened.row;
      return <AnswerDialog clientId={clientId} name={name} zone={zone} need={needs[0] ?? null} onClose={onClose} />;
    }
    case 'snooze':
      return <SnoozeDialog row={opened.row} today={today} onClose={onClose} />;
    case 'peek':
      return <PeekDialog row={opened.row} now={now} onClose={onClose} />;
    case 'contact':
      return <ContactDialog clientId={opened.row.clientId} name={opened.row.name} onClose={onClose} />;
  }
  return opened satisfies never;
}
