import { Link } from '@tanstack/react-router';
import type { ClientRecord } from '#contract/clients-record.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { buttonLook } from '#ui/button-look.ts';
import { Panel } from '#ui/Panel.tsx';
import styles from './Record.module.css';
import { recordWords } from './record-words.ts';

/** Which charts were merged into this one, by whom and why; and the way to merge another. */
export function MergedSection({ record }: { record: ClientRecord }) {
  return (
    <Panel
      id="merged"
      title={recordWords.merged}
      actions={
        <Link className={buttonLook('plain')} to="/clients/$clientId/merge" params={{ clientId: record.clientId }}>
          {recordWords.merge}
        </Link>
      }
    >
      {record.merged.length === 0 && <p className={styles['quiet']}>{recordWords.noneMerged}</p>}
      <ul className={styles['rows']} role="list">
        {record.merged.map(({ clientId, chartNumber, by, at, why }) => (
          <li key={clientId}>
            <span className={styles['quiet']}>{recordWords.mergedLabel(chartNumber, by, dayWithYear(dayAt(at, record.timeZone)))}</span>
            <span className={styles['value']}>{why}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
