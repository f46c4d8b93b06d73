import type { RuleShown } from '#contract/care-shown.ts';
import { analyteName } from '#domain/analytes.ts';
import { Button } from '#ui/Button.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import styles from './ExpectationMap.module.css';
import { says, specimenNames } from './medications-words.ts';

type ExpectationTableProps = { rules: readonly RuleShown[]; onEdit: ((medication: string) => void) | null };

/** The map, by medication: what it should make each analyte show on each kind of specimen, and for how long. */
export function ExpectationTable({ rules, onEdit }: ExpectationTableProps) {
  const byMedication = [...Map.groupBy(rules, ({ medication }) => medication)];
  return (
    <Table caption={says.map.title} className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{says.map.medication}</th>
          <th scope="col">{says.map.analyte}</th>
          <th scope="col">{says.map.what}</th>
          <th scope="col">{says.map.specimen}</th>
          <th scope="col" data-number>
            {says.map.appears}
          </th>
          <th scope="col" data-number>
            {says.map.clears}
          </th>
          {onEdit !== null && (
            <th scope="col">
              <VisuallyHidden>{says.actions}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {byMedication.flatMap(([medication, own]) => {
          const lines = linesOf(own);
          return lines.map((line, place) => (
            <tr key={`${medication} ${line.key}`} data-goes-on={place < lines.length - 1 || undefined}>
              {place === 0 && (
                <th scope="rowgroup" rowSpan={lines.length}>
                  {medication}
                </th>
              )}
              <td>{analyteName(line.analyte)}</td>
              <td>{says.map.what3[line.says]}</td>
              <td>
                {line.specimens.map((specimen) => specimenNames[specimen]).join(', ')}
                {line.panel != null && <span className={styles['panel']}>{says.map.onlyOn(line.panel)}</span>}
              </td>
              <td data-number data-said={says.map.appears}>
                {says.map.daysAfter(line.appearsAfterDays)}
              </td>
              <td data-number data-said={says.map.clears}>
                {says.map.daysAfter(line.clearsAfterDays)}
              </td>
              {place === 0 && onEdit !== null && (
                <td rowSpan={lines.length} className={styles['act']}>
                  <Button tone="quiet" aria-label={`${says.map.edit}: ${medication}`} onClick={() => onEdit(medication)}>
                    {says.map.edit}
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

/** Specimens on which an analyte is read alike stand in one line; a panel that the map names has a line of its own. */
function linesOf(rules: readonly RuleShown[]) {
  const alike = Map.groupBy(rules, (rule) =>
    [rule.analyte, rule.panelId ?? '', rule.says, rule.appearsAfterDays, rule.clearsAfterDays].join(' '),
  );
  return [...alike].flatMap(([key, of]) => {
    const [first] = of;
    return first === undefined ? [] : [{ ...first, key, specimens: of.map(({ specimen }) => specimen) }];
  });
}
