import type { ChartsCompared } from '#contract/clients-merge.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { takenFields, type TakenField } from '#domain/clients/record.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Table } from '#ui/Table.tsx';
import { mergeWords } from './merge-words.ts';
import { recordWords } from './record-words.ts';

type Side = ChartsCompared['surviving'];
type MergeFieldsProps = { compared: ChartsCompared; take: readonly TakenField[]; onTake: (take: readonly TakenField[]) => void };

/** Both charts field by field. What the surviving one doesn't know is ticked to be taken over; a person decides. */
export function MergeFields({ compared: { surviving, merged }, take, onTake }: MergeFieldsProps) {
  return (
    <Table caption={mergeWords.who}>
      <thead>
        <tr>
          <th scope="col">{mergeWords.field}</th>
          <th scope="col">{mergeWords.surviving}</th>
          <th scope="col">{mergeWords.merged}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{recordWords.fields.chartNumber}</th>
          <td>{surviving.chartNumber}</td>
          <td>{merged.chartNumber}</td>
        </tr>
        {takenFields.map((field) => (
          <tr key={field}>
            <th scope="row">{recordWords.fields[field]}</th>
            <td>{shown(surviving, field)}</td>
            <td>
              {merged[field] === surviving[field] || merged[field] === null ? (
                shown(merged, field)
              ) : (
                <CheckRow
                  checked={take.includes(field)}
                  aria-label={mergeWords.take(recordWords.fields[field], shown(merged, field))}
                  onChange={(event) => onTake(event.target.checked ? [...take, field] : take.filter((one) => one !== field))}
                >
                  {shown(merged, field)}
                </CheckRow>
              )}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{mergeWords.episodes}</th>
          <td>{episodes(surviving)}</td>
          <td>{episodes(merged)}</td>
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
