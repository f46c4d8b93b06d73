import { needKinds } from '#domain/caseload/order.ts';
import { DialogLater } from '#ui/DialogLater.tsx';
import styles from './Today.module.css';
import { tierWords, todayWords } from './today-words.ts';

export function OrderDialog({ onClose }: { onClose: () => void }) {
  return (
    <DialogLater open onClose={onClose} title={todayWords.orderTitle} closeLabel="Close" look="side">
      <p>{todayWords.orderText}</p>
      <ol className={styles['tiers']}>
        {needKinds.map((kind) => (
          <li key={kind}>{tierWords[kind]}</li>
        ))}
      </ol>
    </DialogLater>
  );
}
