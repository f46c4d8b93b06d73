import type { AnswerAbout, ColumnFrom, DayOrder, ImportMapping } from './imports.ts';

/** What a person said beforehand of a column of the file. */
export type Answer = { readonly from: string; readonly answer: string };

const moved = (columns: readonly ColumnFrom[], changes: Readonly<Record<string, string | null>>): readonly ColumnFrom[] => [
  ...columns.filter(({ column }) => !Object.hasOwn(changes, column)),
  ...Object.entries(changes).flatMap(([column, from]) => (from === null ? [] : [{ column, from, always: null }])),
];

/** A mapping in which a person has answered one question, or with an empty answer taken it back. Whose minutes a column has is also where it is read from. */
export function withAnswer(mapping: ImportMapping, about: AnswerAbout, from: string, answer: string): ImportMapping {
  const others = (mapping.answers ?? []).filter((one) => one.about !== about || one.from !== from);
  return {
    ...mapping,
    columns: columnsAfter(mapping, about, from, answer),
    answers: [...others, ...(answer === '' ? [] : [{ about, from, answer }])],
  };
}

function columnsAfter({ columns }: ImportMapping, about: AnswerAbout, from: string, answer: string): readonly ColumnFrom[] {
  const sourceOf = (ours: string) => columns.find(({ column }) => column === ours)?.from ?? null;
  const without = (ours: string) => (sourceOf(ours) === from ? null : sourceOf(ours));
  if (about === 'minutes')
    return moved(columns, {
      minutes: answer === 'person' ? from : without('minutes'),
      session_minutes: answer === 'session' ? from : without('session_minutes'),
    });
  if (about === 'times' && answer === 'person' && sourceOf('start') === from)
    return moved(columns, { start: null, end: null, time_in: from, time_out: sourceOf('end') });
  if (about === 'times' && answer === 'session' && sourceOf('time_in') === from)
    return moved(columns, { time_in: null, time_out: null, start: from, end: sourceOf('time_out') });
  return columns;
}

/** A mapping with what a person answered of its columns beforehand. A word that answers nothing of its column changes nothing. */
export function answered(mapping: ImportMapping, answers: readonly Answer[], header: readonly string[]): ImportMapping {
  return answers.reduce((one, { from, answer }) => {
    const column = header.find((name) => name.toLowerCase() === from.toLowerCase());
    return column === undefined ? one : answeredWith(one, column, answer.toLowerCase());
  }, mapping);
}

function answeredWith(mapping: ImportMapping, from: string, answer: string): ImportMapping {
  const order: DayOrder | null = answer === 'month-first' || answer === 'day-first' ? answer : null;
  if (order !== null) return { ...mapping, dates: mapping.dates.map((one) => (one.from === from ? { ...one, order } : one)) };
  const times = mapping.columns.some((one) => (one.column === 'start' || one.column === 'time_in') && one.from === from);
  switch (answer) {
    case 'person':
    case 'session':
      return withAnswer(mapping, times ? 'times' : 'minutes', from, answer);
    case 'neither':
      return withAnswer(mapping, 'minutes', from, answer);
    case 'clinic':
    case 'written':
      return withAnswer(mapping, 'moments', from, answer);
    case 'confirmed':
      return withAnswer(mapping, 'results', from, answer);
    case 'chart':
      return withAnswer(mapping, 'numbers', from, answer);
    default:
      return mapping;
  }
}
