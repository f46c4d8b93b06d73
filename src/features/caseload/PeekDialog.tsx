import type { CaseloadRow } from '#contract/caseload.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { DialogLater } from '#ui/DialogLater.tsx';
import styles from './Today.module.css';
import { HandoverNote } from './HandoverNote.tsx';
import { NeedLine } from './NeedLine.tsx';
import { tierWords } from './today-words.ts';

/** Every reason why a client is on Today, with the rule that put it there. */
export function PeekDialog({ row, now, onClose }: { row: CaseloadRow; now: Instant; onClose: () => void }) {
  return (
    <DialogLater open onClose={onClose} title={row.name} closeLabel="Close" look="side">
      {row.covering !== undefined && <p>{row.covering}</p>}
      {row.handover !== undefined && <HandoverNote clientId={row.clientId} handover={row.handover} onRead={onClose} />}
      <ul className={styles['tiers']}>
        {row.needs.map((need) => (
          <li key={`${need.kind} ${need.why}`}>
            <NeedLine need={need} more={0} now={now} name={row.name} onMore={() => undefined} />
            <p className={styles['quiet']}>{tierWords[need.kind]}</p>
          </li>
        ))}
      </ul>
    </DialogLater>
  );
}
