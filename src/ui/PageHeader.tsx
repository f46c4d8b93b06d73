import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './PageHeader.module.css';

type PageHeaderProps = {
  eyebrow?: ReactNode;
  title: ReactNode;
  /** Set beside the title in small type. */
  beside?: ReactNode;
  /** One or two lines below the title. */
  below?: ReactNode;
  actions?: ReactNode;
  look?: 'title' | 'hero';
  ruled?: boolean;
};

export function PageHeader({ eyebrow, title, beside, below, actions, look = 'title', ruled = true }: PageHeaderProps) {
  return (
    <header className={classNames(styles['header'], ruled && styles['ruled'])}>
      <div className={styles['words']}>
        {eyebrow !== undefined && <p className={styles['eyebrow']}>{eyebrow}</p>}
        <div className={styles['line']}>
          <h1 className={classNames(look === 'hero' ? styles['hero'] : styles['title'])}>{title}</h1>
          {beside !== undefined && <span className={styles['beside']}>{beside}</span>}
        </div>
        {below !== undefined && <div className={styles['below']}>{below}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
