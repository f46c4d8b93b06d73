import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { UnknownCode } from '#contract/drug-screens-codes.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Panel } from '#ui/Panel.tsx';
import { drugScreens } from './drug-screens.queries.ts';
import styles from './UnknownCodes.module.css';
import { unknownCodesWords } from './unknown-codes-words.ts';

const AnswerDialog = lazy(async () => ({ default: (await import('./AnswerCode.tsx')).AnswerCode }));

/** Codes on cups and reports that nobody knows, each with its question; none where nothing waits and nothing was answered. */
export function UnknownCodes() {
  const { data } = useQuery(drugScreens.codes());
  const [answering, setAnswering] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  if (data === undefined || data.open.length + data.answered.length === 0) return null;
  const chosen = [...data.open, ...data.answered].find(({ code }) => code === answering);
  const done = ({ analyte, screens }: { readonly analyte: string; readonly screens: number }) => {
    const words = unknownCodesWords.saved(analyteName(analyte), screens);
    setAnswering(null);
    setSaved(words);
    announce(words);
  };
  return (
    <Panel
      id="codes"
      title={unknownCodesWords.title}
      beside={data.open.length === 0 ? undefined : unknownCodesWords.waiting(data.open.length)}
    >
      {saved !== null && <p className={styles['saved']}>{saved}</p>}
      {data.open.length > 0 && (
        <>
          <p>{unknownCodesWords.why}</p>
          <ul className={styles['codes']} role="list">
            {data.open.map((one) => (
              <li key={one.code}>
                <strong>{one.code}</strong>
                <span>{countsOf(one)}</span>
                <Button aria-label={unknownCodesWords.answerFor(one.code)} onClick={() => setAnswering(one.code)}>
                  {unknownCodesWords.answer}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {data.answered.length > 0 && (
        <Disclosure title={unknownCodesWords.answered(data.answered.length)} look="line">
          <ul className={styles['codes']} role="list">
            {data.answered.map((one) => (
              <li key={one.code}>
                <span>{one.answer === null ? one.code : unknownCodesWords.is(one.code, one.answer.name, one.answer.by)}</span>
                <span>{countsOf(one)}</span>
                <Button tone="quiet" aria-label={unknownCodesWords.correctFor(one.code)} onClick={() => setAnswering(one.code)}>
                  {unknownCodesWords.correct}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Suspense fallback={null}>
        {chosen !== undefined && <AnswerDialog key={chosen.code} code={chosen} onSaved={done} onClose={() => setAnswering(null)} />}
      </Suspense>
    </Panel>
  );
}

function countsOf({ code, printed, screens, detected, lastOn }: UnknownCode): string {
  const others = printed.filter((name) => name !== code);
  const counts = unknownCodesWords.counts(screens, detected, lastOn);
  return others.length === 0 ? counts : `${unknownCodesWords.printed(others)}. ${counts}`;
}
