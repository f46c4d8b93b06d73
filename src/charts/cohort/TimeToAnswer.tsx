import type { ReactNode } from 'react';
import { Figure } from '../figure/Figure.tsx';
import { FigureTable } from '../figure/FigureTable.tsx';
import { useRoom } from '../figure/use-room.ts';
import { hourScale, USUAL_WIDTH, type AnswerPoint, type CurveStep, type AnsweredWithin, type OpenAge } from './answer-layout.ts';
import { answerWords } from './answer-words.ts';
import { AnswerCurve } from './AnswerCurve.tsx';
import { OpenByAge } from './OpenByAge.tsx';

/** Results old enough to be judged: answered in time, of how many. The count is printed, no per cent. */

type TimeToAnswerProps = {
  /** Every result of the curve, answered or open. Open ones are never dropped. */
  points: readonly AnswerPoint[];
  /** The age in hours of everything open now, whether or not it belongs to the curve. */
  openAges: readonly OpenAge[];
  /** The survival curve turned over: the share answered by an hour, with open results censored. */
  curve: readonly CurveStep[];
  /** The hour by which half were answered; null where the curve never gets there. */
  median: number | null;
  within: AnsweredWithin;
  summary?: ReactNode;
  stamp: ReactNode;
  links?: ReactNode;
};

/** How soon the team answers, with what is still open kept in the count. */
export function TimeToAnswer({ points, openAges, curve, median, within, summary, stamp, links }: TimeToAnswerProps) {
  const [room, measure] = useRoom(USUAL_WIDTH);
  const open = points.filter((point) => !point.answered);
  const sum = (some: readonly AnswerPoint[]) => some.reduce((total, { results }) => total + results, 0);
  const notYetDue = sum(open.filter((point) => point.hours < within.hours));
  return (
    <Figure
      chart="time-to-answer"
      title={answerWords.title}
      summary={summary ?? answerWords.summary(within.answered, within.of, within.hours, sum(open), notYetDue)}
      stamp={stamp}
      links={links}
      table={<AnswerTable points={points} openAges={openAges} />}
    >
      <div ref={measure}>
        {room !== null && (
          <>
            <AnswerCurve points={points} curve={curve} median={median} within={within} room={room} x={hourScale(room)} />
            <OpenByAge ages={openAges} standard={within.hours} room={room} x={hourScale(room)} />
          </>
        )}
      </div>
    </Figure>
  );
}

/** What the curve answers, then everything open, whether or not the curve counts it. */
function AnswerTable({ points, openAges }: { points: readonly AnswerPoint[]; openAges: readonly OpenAge[] }) {
  const listed = [...points.filter((point) => point.answered), ...openAges.map((age) => ({ ...age, answered: false }))];
  return (
    <FigureTable
      caption={answerWords.title}
      columns={Object.entries(answerWords.heads).map(([key, head]) => ({ key, head, number: key === 'hours' }))}
      rows={listed
        .toSorted((a, b) => a.hours - b.hours)
        .map((point, index) => ({
          key: String(index),
          head: answerWords.result(index + 1),
          cells: [{ content: Math.round(point.hours), mark: true }, { content: answerWords.state(point.answered, point.results) }],
        }))}
    />
  );
}
