import type { KeyboardEvent } from 'react';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Table } from '#ui/Table.tsx';
import type { Reviewed } from './log-batch.ts';
import styles from './LogDialogs.module.css';
import { cupWords } from './log-words.ts';
import { signingWords } from './signing-words.ts';

type SigningReviewProps = { reviewed: Reviewed; onSign: () => void; onClose: () => void };

/** Every row as it will be signed, before it is. What is signed is what stood here, whatever the log says meanwhile. */
export function SigningReview({ reviewed: { lines, blank, lot }, onSign, onClose }: SigningReviewProps) {
  // The keyboard starts at the rows and not at the button: a second Enter from the count signs nothing.
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSign();
  };
  return (
    <DialogLater
      open
      onClose={onClose}
      title={signingWords.reviewTitle(lines.length)}
      closeLabel={signingWords.back}
      actions={
        <>
          <Button onClick={onClose}>{signingWords.back}</Button>
          <Button tone="primary" keyHint="Ctrl Enter" onClick={onSign}>
            {signingWords.signRows(lines.length)}
          </Button>
        </>
      }
    >
      <div className={styles['reviewed']} data-first tabIndex={-1} role="group" aria-label={signingWords.reviewed} onKeyDown={keys}>
        <Table caption={signingWords.reviewed}>
          <thead>
            <tr>
              {Object.values(signingWords.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, number, name, bornOn, chartNumber, entry, temperature, watched }) => (
              <tr key={id}>
                <td>{number}</td>
                <th scope="row">{name}</th>
                <td>{bornOn === null ? chartNumber : dayWithYear(bornOn)}</td>
                <td>{[cupWords(entry), watched].filter((part) => part !== null).join('; ')}</td>
                <td>{temperature}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p>{[lot === null ? null : signingWords.ofLot(lot), signingWords.stayBlank(blank)].filter((part) => part !== null).join(' ')}</p>
    </DialogLater>
  );
}
