import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Panel.module.css';

type PanelProps = {
  title?: ReactNode;
  /** Said beside the title in small type: a range, a count. */
  beside?: ReactNode;
  actions?: ReactNode;
  /** `card` stands on its own surface and bleeds into the margin, so that its contents keep the page's grid. */
  look?: 'plain' | 'card';
  /** The address of a jump link. */
  id?: string | undefined;
  children: ReactNode;
};

export function Panel({ title, beside, actions, look = 'plain', id, children }: PanelProps) {
  const titleId = useId();
  return (
    <section id={id} className={styles['panel']} {...(title !== undefined && { 'aria-labelledby': titleId })}>
      {(title !== undefined || actions !== undefined) && (
        <div className={styles['head']}>
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          {beside !== undefined && <span className={styles['beside']}>{beside}</span>}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
      <div className={classNames(look === 'card' && styles['card'])}>{children}</div>
    </section>
  );
}
