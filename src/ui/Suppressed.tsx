import { panelWords } from './panel-words.ts';
import styles from './PanelStates.module.css';

/** A cell whose value stays with the server. */
export function Suppressed({ fewest = 11 }: { fewest?: number }) {
  return <span className={styles['suppressed']}>{panelWords.suppressed(fewest)}</span>;
}
