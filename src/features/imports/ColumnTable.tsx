import { madeFromOthers } from '#domain/imports/suggestions.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Panel } from '#ui/Panel.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import type { MatchPart } from './FileKind.tsx';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

type ColumnTableProps = MatchPart & { errorOf: (field: string) => string | null };

/** Our columns and where each comes from: those that are needed or found first, the rest folded. */
export function ColumnTable({ one, draft, onDraft, errorOf }: ColumnTableProps) {
  const { kind, columns } = draft.mapping;
  const ours = one.kinds.find((each) => each.kind === kind)?.columns ?? [];
  const whole = kind === 'clients' ? [{ name: 'full_name', needed: false, holds: '' }] : [];
  const given = new Set(columns.map(({ column }) => column));
  const shown = [...ours.filter(({ name, needed }) => needed || given.has(name)), ...whole];
  const optional = ours.filter(({ name, needed }) => !needed && !given.has(name));
  const used = new Set(columns.map(({ from }) => from));
  const unused = one.columns.map(({ name }) => name).filter((name) => !used.has(name));
  const row = (column: (typeof ours)[number]) => (
    <ColumnRow
      key={column.name}
      column={column.name}
      needed={column.needed}
      made={(madeFromOthers[column.name] ?? []).some((other) => given.has(other))}
      one={one}
      draft={draft}
      onDraft={onDraft}
      error={errorOf(`columns.${column.name}`)}
    />
  );
  return (
    <Panel title={words.columns}>
      <div className={styles['columns']}>
        <p className={styles['head']} aria-hidden="true">
          <span>{words.ours}</span>
          <span>{words.from}</span>
          <span>{words.looks}</span>
        </p>
        {shown.map(row)}
      </div>
      {optional.length > 0 && (
        <Disclosure title={words.more(optional.length)} beside={words.moreText} look="line">
          <div className={styles['columns']}>{optional.map(row)}</div>
        </Disclosure>
      )}
      {unused.length > 0 && <p className={styles['small']}>{words.unused(unused)}</p>}
    </Panel>
  );
}
