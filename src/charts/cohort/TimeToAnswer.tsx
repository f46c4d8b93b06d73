import type { ReactNode } from 'react';
import { Figure } from '../figure/Figure.tsx';
import { FigureTable } from '../figure/FigureTable.tsx';
import { useRoom } from '../figure/use-room.ts';
import { hourScale, USUAL_WIDTH, type AnswerPoint, type CurveStep } from './answer-layout.ts';
import { answerWords as says } from './answer-words.ts';
import { AnswerCurve } from './AnswerCurve.tsx';
import { OpenByAge } from './OpenByAge.tsx';

/** Results old enough to be judged: answered in time, of how many. The count is printed, no per cent. */
export type AnsweredWithin = { readonly answered: number; readonly of: number; readonly hours: number };

type TimeToAnswerProps = {
  /** Every result, answered or open. Open ones are never dropped. */
  points: readonly AnswerPoint[];
  /** The survival curve turned over: the share answered by an hour, with open results censored. */
  curve: readonly CurveStep[];
  within: AnsweredWithin;
  summary?: ReactNode;
  stamp: ReactNode;
  links?: ReactNode;
};

/** How soon the team answers, with what is still open kept in the count. */
export function TimeToAnswer({ points, curve, within, summary, stamp, links }: TimeToAnswerProps) {
  const [room, measure] = useRoom(USUAL_WIDTH);
  const open = points.filter((point) => !point.answered);
  const notYetDue = open.filter((point) => point.hours < within.hours).length;
  return (
    <Figure
      chart="time-to-answer"
      title={says.title}
      summary={summary ?? says.summary(within.answered, within.of, within.hours, open.length, notYetDue)}
      stamp={stamp}
      links={links}
      table={<AnswerTable points={points} />}
    >
      <div ref={measure}>
        {room !== null && (
          <>
            <AnswerCurve points={points} curve={curve} within={within} room={room} x={hourScale(room)} />
            <OpenByAge open={open} standard={within.hours} notYetDue={notYetDue} room={room} x={hourScale(room)} />
          </>
        )}
      </div>
    </Figure>
  );
}

function AnswerTable({ points }: { points: readonly AnswerPoint[] }) {
  return (
    <FigureTable
      caption={says.title}
      columns={Object.entries(says.heads).map(([key, head]) => ({ key, head, number: key === 'hours' }))}
      rows={points
        .toSorted((a, b) => a.hours - b.hours)
        .map((point, place) => ({
          key: point.id,
          head: says.result(place + 1),
          cells: [{ says: Math.round(point.hours), mark: true }, { says: point.answered ? says.answered : says.stillOpen }],
        }))}
    />
  );
}
