import { useState, type KeyboardEvent } from 'react';
import type { WaitingSpecimen } from '#contract/drug-screens-lab.ts';
import { dayWithYear, dayWords } from '#domain/calendar/words.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import stacked from '#ui/StackedTable.module.css';
import { rowMark, useRowSelection } from '#ui/useRowSelection.ts';
import { labWords } from './lab-words.ts';
import { LabReport } from './LabReport.tsx';
import styles from './Lab.module.css';

/** Specimens that wait, one row each with two identifiers. Arrows or j and k go from row to row, Enter opens the report. */
export function LabQueue({ specimens }: { specimens: readonly WaitingSpecimen[] }) {
  const [entering, setEntering] = useState<WaitingSpecimen | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { selected, select, rowOf, step } = useRowSelection(specimens.map(({ screenId }) => screenId));
  const { heads } = labWords;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.target instanceof HTMLTableRowElement)
      setEntering(specimens.find(({ screenId }) => screenId === rowOf(event)) ?? null);
    else if (!step(event)) return;
    event.preventDefault();
  };
  const done = (message: string) => {
    setEntering(null);
    setSaved(message);
    announce(message);
  };
  return (
    <>
      {saved !== null && <p className={styles['saved']}>{saved}</p>}
      {specimens.length > 0 && (
        <Table caption={labWords.list} className={stacked['table']}>
          <thead>
            <tr>
              {Object.values(heads).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className={stacked['act']}>
                {labWords.action}
              </th>
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {specimens.map((specimen) => {
              const { screenId, name, bornOn, chartNumber, collectedOn, daysWaiting, panel, analytes } = specimen;
              return (
                <tr
                  key={screenId}
                  {...rowMark(screenId)}
                  className={styles['row']}
                  tabIndex={screenId === selected ? 0 : -1}
                  aria-current={screenId === selected || undefined}
                  onFocus={() => select(screenId)}
                >
                  <th scope="row">{name}</th>
                  <td data-label={heads.born}>{bornOn === null ? labWords.unknownBirth : dayWithYear(bornOn)}</td>
                  <td data-label={heads.chart}>{chartNumber}</td>
                  <td data-label={heads.collected}>{dayWords(collectedOn)}</td>
                  <td data-label={heads.waiting}>{labWords.days(daysWaiting)}</td>
                  <td data-label={heads.panel}>{panel ?? labWords.noPanel}</td>
                  <td data-label={heads.what}>{analytes.map((one) => labWords.waits(one.name, one.result)).join('; ')}</td>
                  <td className={stacked['act']}>
                    <Button
                      tone="quiet"
                      tabIndex={-1}
                      aria-label={labWords.enterFor(name, dayWords(collectedOn))}
                      onClick={() => setEntering(specimen)}
                    >
                      {labWords.enter}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {entering !== null && <LabReport key={entering.screenId} specimen={entering} onSaved={done} onClose={() => setEntering(null)} />}
    </>
  );
}
