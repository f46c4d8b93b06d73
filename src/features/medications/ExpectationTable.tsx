import type { RuleShown } from '#contract/episodes-shown.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import styles from './ExpectationMap.module.css';
import { medicationsWords, specimenNames } from './medications-words.ts';

type ExpectationTableProps = { rules: readonly RuleShown[]; onEdit: ((medication: string) => void) | null };

/** The map, by medication: what it should make each analyte show on each kind of specimen, and for how long. */
export function ExpectationTable({ rules, onEdit }: ExpectationTableProps) {
  const byMedication = [...Map.groupBy(rules, ({ medication }) => medication)];
  return (
    <Table caption={medicationsWords.map.title} className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{medicationsWords.map.medication}</th>
          <th scope="col">{medicationsWords.map.analyte}</th>
          <th scope="col">{medicationsWords.map.what}</th>
          <th scope="col">{medicationsWords.map.specimen}</th>
          <th scope="col" data-number>
            {medicationsWords.map.appears}
          </th>
          <th scope="col" data-number>
            {medicationsWords.map.clears}
          </th>
          {onEdit !== null && (
            <th scope="col">
              <VisuallyHidden>{medicationsWords.actions}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {byMedication.flatMap(([medication, own]) => {
          const lines = linesOf(own);
          return lines.map((line, index) => (
            <tr key={`${medication} ${line.key}`} data-goes-on={index < lines.length - 1 || undefined}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={lines.length}>
                  {medication}
                </th>
              )}
              <td>{line.analytes.map(analyteName).join(', ')}</td>
              <td className={styles['what']}>{medicationsWords.map.what3[line.expectation]}</td>
              <td>
                {line.specimens.map((specimen) => specimenNames[specimen]).join(', ')}
                {line.panel != null && <span className={styles['panel']}>{medicationsWords.map.onlyOn(line.panel)}</span>}
              </td>
              <td data-number data-label={medicationsWords.map.appears}>
                {medicationsWords.map.daysAfter(line.appearsAfterDays)}
              </td>
              <td data-number data-label={medicationsWords.map.clears}>
                {medicationsWords.map.daysAfter(line.clearsAfterDays)}
              </td>
              {index === 0 && onEdit !== null && (
                <td rowSpan={lines.length} className={styles['act']}>
                  <Button tone="quiet" aria-label={`${medicationsWords.map.edit}: ${medication}`} onClick={() => onEdit(medication)}>
                    {medicationsWords.map.edit}
                  </Button>
                </td>
              )}
            </tr>
          ));
        })}
      </tbody>
    </Table>
  );
}

/**
 * Specimens on which an analyte is read alike are in one line, and analytes that are read alike on the same specimens too; a panel that the map names
 * has a line of its own.
 */
function linesOf(rules: readonly RuleShown[]) {
  const daysOf = ({ panelId, expectation, appearsAfterDays, clearsAfterDays }: RuleShown) =>
    [panelId ?? '', expectation, appearsAfterDays, clearsAfterDays].join(' ');
  const byAnalyte = Map.groupBy(rules, (rule) => `${rule.analyte} ${daysOf(rule)}`);
  const lines = [...byAnalyte.values()].flatMap((of) => {
    const [first] = of;
    return first === undefined ? [] : [{ ...first, specimens: of.map(({ specimen }) => specimen) }];
  });
  const similar = Map.groupBy(lines, (line) => `${line.specimens.join(',')} ${daysOf(line)}`);
  return [...similar].flatMap(([key, of]) => {
    const [first] = of;
    return first === undefined ? [] : [{ ...first, key, analytes: of.map(({ analyte }) => analyte) }];
  });
}
