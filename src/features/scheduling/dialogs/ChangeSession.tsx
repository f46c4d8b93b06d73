import { useState } from 'react';
import { DialogLater } from '#ui/DialogLater.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import type { Zone } from '#domain/calendar/calendar.ts';
import { dialogWords } from '../dialog-words.ts';
import { savingWords } from '../saving-words.ts';
import { CancelSession } from './CancelSession.tsx';
import { MoveSession } from './MoveSession.tsx';
import type { SessionChangeProps } from './SessionChangeForm.tsx';
import { SubstituteLeader } from './SubstituteLeader.tsx';

type ChangeSessionProps = SessionChangeProps & { zone: Zone; leaders: readonly { readonly id: string; readonly name: string }[] };

const parts = [
  { value: 'cancel', label: dialogWords.cancelShort },
  { value: 'substitute', label: dialogWords.substitute },
  { value: 'move', label: dialogWords.move },
] as const;

/** One session, changed for this once: cancelled or held after all, led by somebody else, or at another time. */
export function ChangeSession({ zone, leaders, ...part }: ChangeSessionProps) {
  const { session, onClose } = part;
  const [shown, setShown] = useState<string>('cancel');
  const cancelled = session.cancelledBecause !== null;
  return (
    <DialogLater open onClose={onClose} title={dialogWords.change(session.groupName ?? session.title)} closeLabel={savingWords.close}>
      {!cancelled && (
        <SegmentedControl
          label={dialogWords.what}
          segments={parts.map((one) => ({ ...one, current: one.value === shown }))}
          onChoose={setShown}
        />
      )}
      {(cancelled || shown === 'cancel') && <CancelSession {...part} />}
      {!cancelled && shown === 'substitute' && <SubstituteLeader {...part} leaders={leaders} />}
      {!cancelled && shown === 'move' && <MoveSession {...part} zone={zone} />}
    </DialogLater>
  );
}
