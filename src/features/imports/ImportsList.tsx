import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ImportShown } from '#contract/imports-shown.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { Chip } from '#ui/Chip.tsx';
import { Empty } from '#ui/Empty.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { imports } from './imports.queries.ts';
import { importsWords as words, kindNames } from './imports-words.ts';
import styles from './Imports.module.css';
import { Templates } from './Templates.tsx';

type ImportsListProps = { renderOpen: (importId: string, label: string, face: string) => ReactNode };

/** Every file that was brought in, newest first, with what became of it; and templates to start from. */
export function ImportsList({ renderOpen }: ImportsListProps) {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(imports.list());
  const { columns } = words;
  const files = data.pages.flatMap((page) => page.imports);
  const zone = data.pages[0]?.timeZone ?? '';
  return (
    <>
      {files.length === 0 ? (
        <div className={styles['empty']}>
          <Empty>{words.none}</Empty>
        </div>
      ) : (
        <table className={styles['table']} aria-label={words.table}>
          <thead>
            <tr>
              <th scope="col">{columns.file}</th>
              <th scope="col">{columns.holds}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.rows}</th>
              <th scope="col">{columns.by}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {files.map((one) => (
              <ListRow key={one.id} one={one} zone={zone} renderOpen={renderOpen} />
            ))}
          </tbody>
        </table>
      )}
      {(hasNextPage || data.pages.length > 1) && (
        <ShowMore
          shown={files.length}
          total={null}
          isPending={isFetchingNextPage}
          onMore={hasNextPage ? () => void fetchNextPage() : null}
        />
      )}
      <Templates kinds={data.pages[0]?.kinds ?? []} />
    </>
  );
}

function ListRow({ one, zone, renderOpen }: ImportsListProps & { one: ImportShown; zone: Zone }) {
  const name = one.fileName === '' ? words.unnamed : one.fileName;
  const isOpen =
    one.state === 'matching' ||
    one.state === 'checked' ||
    one.state === 'failed' ||
    (one.state === 'in' && one.counts.fix + one.counts.update > 0);
  const decides = one.opens && one.changesWaitFor === null;
  return (
    <tr>
      <th scope="row" className={styles['file']}>
        {name}
      </th>
      <td>
        {one.kind === null ? words.unknownKind : kindNames[one.kind]}
        <span className={styles['small']}>{words.source(one.source)}</span>
      </td>
      <td>
        <Chip tone={isOpen ? 'wait' : 'plain'}>{words.state(one.state, one.counts, decides)}</Chip>
        {one.undoUntil !== null && (one.state === 'in' || one.state === 'failed') && (
          <span className={styles['small']}>{words.undoUntil(one.undoUntil, zone)}</span>
        )}
        {one.undoneBy !== null && <span className={styles['small']}>{words.undoneBy(one.undoneBy)}</span>}
      </td>
      <td className={styles['figure']}>{words.counted(one.rows, one.counts, one.state === 'undone')}</td>
      <td className={styles['by']}>{words.who(one.openedBy, one.openedAt, zone)}</td>
      <td className={styles['act']} data-print="never">
        {one.opens && renderOpen(one.id, words.openFile(name), words.open)}
      </td>
    </tr>
  );
}
