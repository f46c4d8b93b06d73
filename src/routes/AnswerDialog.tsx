import type { NeedShown } from '#contract/shown.ts';
import { NotificationDialog } from '#features/caseload/NotificationDialog.tsx';
import { ReviewDialog } from '#features/care-plan/reviews/ReviewDialog.tsx';
import { CheckDialog } from '#features/safety/CheckDialog.tsx';

type AnswerDialogProps = {
  clientId: string;
  /** Whom it is about, as the list or the page names them. */
  name: string;
  zone: string;
  /** What is answered; null starts a review of the person's choice. */
  need: Pick<NeedShown, 'about' | 'why'> | null;
  onClose: () => void;
};

/** The form that answers a need: who was told, what was done, or what a review came to. */
export function AnswerDialog({ clientId, name, zone, need, onClose }: AnswerDialogProps) {
  if (need?.about === undefined) return <ReviewDialog clientId={clientId} name={name} about={null} onClose={onClose} />;
  const { about, why } = need;
  switch (about.kind) {
    case 'tell':
      return <NotificationDialog clientId={clientId} name={name} why={why} zone={zone} onClose={onClose} />;
    case 'check':
      return <CheckDialog clientId={clientId} name={name} zone={zone} onClose={onClose} />;
    case 'instrument':
    case 'goal':
    case 'phase':
    case 'care-plan':
    case 'continuing-care':
      return <ReviewDialog clientId={clientId} name={name} about={`${about.kind} ${about.id ?? ''}`} onClose={onClose} />;
  }
  return about.kind satisfies never;
}
