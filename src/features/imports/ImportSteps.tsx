import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { fileNoteWords } from '#domain/imports/file-note-words.ts';
import type { ImportShown } from '#contract/imports-shown.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { CheckRows } from './CheckRows.tsx';
import styles from './Check.module.css';
import { checkingWords } from './checking-words.ts';
import { FailedImport } from './FailedImport.tsx';
import { ImportBar } from './ImportBar.tsx';
import { imports, isUnderWay } from './imports.queries.ts';
import { importsWords, kindNames, rowsWords } from './imports-words.ts';
import { MatchColumns } from './MatchColumns.tsx';
import { MissingClients } from './MissingClients.tsx';
import { Progress } from './Progress.tsx';
import { Steps } from './Steps.tsx';

type ImportStepsProps = { importId: string; back: ReactNode; onGone: () => void };

const stepOf = ({ state, failedIn }: ImportShown, matching: boolean): 2 | 3 | 4 =>
  matching || state === 'matching' ? 2 : state === 'checking' || state === 'checked' || failedIn === 'checking' ? 3 : 4;

/** One file on its way in, from its columns to its rows. */
export function ImportSteps({ importId, back, onGone }: ImportStepsProps) {
  const { data } = useSuspenseQuery(imports.one(importId));
  // Matching again is wanted for the check that was seen, and over once another begins.
  const [again, setAgain] = useState<number | null>(null);
  const one = data.import;
  const matching = one.state === 'matching' || ((one.state === 'checked' || one.failedIn === 'checking') && again === one.version);
  const matchAgain = () => setAgain(one.version);
  const facts = [
    one.kind === null ? null : kindNames[one.kind],
    one.source === null ? null : importsWords.source(one.source),
    rowsWords(one.rows),
  ];
  return (
    <>
      <PageHeader eyebrow={back} title={one.fileName} beside={facts.filter((fact) => fact !== null).join(' · ')} />
      <Steps at={stepOf(one, matching)} />
      {data.notes.length > 0 && <p className={styles['status']}>{data.notes.map(fileNoteWords).join(' ')}</p>}
      {matching && <MatchColumns key={one.version} one={data} onGone={onGone} />}
      {isUnderWay(one.state) && <Progress one={one} />}
      {!matching && one.state === 'failed' && <FailedImport one={one} zone={data.timeZone} onMatchAgain={matchAgain} onGone={onGone} />}
      {!matching && one.state !== 'failed' && !isUnderWay(one.state) && (
        <>
          <ImportStatus one={one} zone={data.timeZone} />
          {one.state !== 'undone' && (
            <>
              <CheckRows key={one.version} one={one} />
              {one.census && <MissingClients importId={importId} />}
              <ImportBar one={one} zone={data.timeZone} onMatchAgain={matchAgain} onGone={onGone} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** What became of the rows so far. */
function ImportStatus({ one, zone }: { one: ImportShown; zone: string }) {
  const { undoneBy, runBy, runAt, rowsASecond, counts } = one;
  if (undoneBy !== null) return <p className={styles['status']}>{checkingWords.undone(undoneBy, counts.in)}</p>;
  if (one.state !== 'in' || runBy === null || runAt === null) return null;
  const facts = [checkingWords.by(runBy, runAt, zone), ...(rowsASecond === null ? [] : [checkingWords.pace(rowsASecond)])];
  return (
    <p className={styles['status']}>
      <strong>{checkingWords.done(counts.in)}</strong> <span className={styles['small']}>{facts.join(' · ')}</span>
    </p>
  );
}
