import Check from 'lucide-react/icons/check';
import { Field } from './Field.tsx';
import styles from './SearchPick.module.css';
import { ShowMore } from './ShowMore.tsx';
import { TextInput } from './TextInput.tsx';

export type Pick = { readonly id: string; readonly label: string; readonly detail: string };

type SearchPickProps = {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  /** Given where an error summary links here. */
  id?: string | undefined;
  text: string;
  onText: (text: string) => void;
  found: readonly Pick[];
  /** The way to those that come behind what is found; null where all are shown. */
  more: { readonly isPending: boolean; readonly onMore: () => void } | null;
  /** Said where nothing is found; null while it is being looked for. */
  none: string | null;
  chosen: readonly Pick[];
  onToggle: (pick: Pick) => void;
  chosenLabel: string;
};

/** Type a few letters, press what is meant; pressed again, it is left out. What is chosen stands below, whatever is typed next. */
export function SearchPick({ label, hint, error, id, text, onText, found, more, none, chosen, onToggle, chosenLabel }: SearchPickProps) {
  const isChosen = (id: string) => chosen.some((one) => one.id === id);
  const choice = (pick: Pick) => (
    <li key={pick.id}>
      <button type="button" className={styles['pick']} aria-pressed={isChosen(pick.id)} onClick={() => onToggle(pick)}>
        <Check size={16} aria-hidden="true" className={styles['tick']} />
        <span>{pick.label}</span>
        <span className={styles['detail']}>{pick.detail}</span>
      </button>
    </li>
  );
  return (
    <div className={styles['box']}>
      <Field label={label} hint={hint} error={error} id={id}>
        {(wiring) => (
          <TextInput {...wiring} type="search" autoComplete="off" value={text} onChange={(event) => onText(event.target.value)} />
        )}
      </Field>
      {text.trim() !== '' && found.length === 0 && none !== null && <p className={styles['none']}>{none}</p>}
      {text.trim() !== '' && found.length > 0 && (
        <ul role="list" className={styles['list']}>
          {found.map(choice)}
        </ul>
      )}
      {text.trim() !== '' && found.length > 0 && more !== null && <ShowMore shown={found.length} total={null} {...more} />}
      {chosen.length > 0 && (
        <>
          <p className={styles['chosen']}>{chosenLabel}</p>
          <ul role="list" className={styles['list']}>
            {chosen.map(choice)}
          </ul>
        </>
      )}
    </div>
  );
}
