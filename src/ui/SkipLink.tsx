import styles from './SkipLink.module.css';

/** The first stop of the Tab key: past the rail, to the page. */
export function SkipLink({ to, children }: { to: string; children: string }) {
  return (
    <a className={styles['skip']} href={`#${to}`}>
      {children}
    </a>
  );
}
