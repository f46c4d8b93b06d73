import type { ChartsCompared } from '#contract/chart-merges.ts';
import { dayWithYear } from '#domain/calendar-words.ts';
import { takenFields, type TakenField } from '#domain/client-records.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Table } from '#ui/Table.tsx';
import { mergeWords } from './merge-words.ts';
import { recordWords } from './record-words.ts';

type Side = ChartsCompared['stands'];
type MergeFieldsProps = { compared: ChartsCompared; take: readonly TakenField[]; onTake: (take: readonly TakenField[]) => void };

/** Both charts field by field. What the standing one doesn't know is ticked to be taken over; a person decides. */
export function MergeFields({ compared: { stands, folds }, take, onTake }: MergeFieldsProps) {
  return (
    <Table caption={mergeWords.who}>
      <thead>
        <tr>
          <th scope="col">{mergeWords.field}</th>
          <th scope="col">{mergeWords.stands}</th>
          <th scope="col">{mergeWords.folds}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{recordWords.fields.chartNumber}</th>
          <td>{stands.chartNumber}</td>
          <td>{folds.chartNumber}</td>
        </tr>
        {takenFields.map((field) => (
          <tr key={field}>
            <th scope="row">{recordWords.fields[field]}</th>
            <td>{shown(stands, field)}</td>
            <td>
              {folds[field] === stands[field] || folds[field] === null ? (
                shown(folds, field)
              ) : (
                <CheckRow
                  checked={take.includes(field)}
                  aria-label={mergeWords.take(recordWords.fields[field], shown(folds, field))}
                  onChange={(event) => onTake(event.target.checked ? [...take, field] : take.filter((one) => one !== field))}
                >
                  {shown(folds, field)}
                </CheckRow>
              )}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{mergeWords.episodes}</th>
          <td>{episodes(stands)}</td>
          <td>{episodes(folds)}</td>
        </tr>
      </tbody>
    </Table>
  );
}

const episodes = (side: Side): string => (side.episodes.length === 0 ? mergeWords.none : side.episodes.join('; '));

function shown(side: Side, field: TakenField): string {
  if (field === 'interpreter') return recordWords.interpreter(side.interpreter);
  if (field === 'bornOn') return side.bornOn === null ? mergeWords.notKnown : dayWithYear(side.bornOn);
  return side[field] ?? mergeWords.notKnown;
}
