import styles from './Logo.module.css';

/** The waterline: hours delivered below, hours prescribed above. */
export function Logo({ wide }: { wide?: boolean }) {
  return (
    <span className={wide ? styles['wide'] : styles['tall']}>
      <svg width="36" height="19" viewBox="0 0 36 19" aria-hidden="true">
        <path className={styles['hours']} d="M1 19V10h8V7h9v5h9V9h8v10z" />
        <path className={styles['line']} d="M0 6.5h9.5V2h8.5v4.5h9V3H36" />
      </svg>
      <span className={styles['name']}>Cairn</span>
    </span>
  );
}
