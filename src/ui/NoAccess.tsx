import type { ReactNode } from 'react';
import { panelWords } from './panel-words.ts';
import { classNames } from './class-names.ts';
import styles from './PanelStates.module.css';

/** The outline of a panel that this reader may not open: no facts, not even a count. */
export function NoAccess({ children = panelWords.careTeamOnly }: { children?: ReactNode }) {
  return (
    <div className={classNames(styles['state'], styles['closed'])}>
      <p>{children}</p>
    </div>
  );
}
