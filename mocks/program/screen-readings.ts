import { isAsExpected, isInterpretable, isNegative } from '#domain/drug-screens-readings.ts';
import { readingRuleVersion } from '#domain/drug-screens-version.ts';
import { isNotValid, type Finding } from '#domain/drug-screens.ts';
import { prescribedNotOnPanel, type Medication } from '#domain/medications.ts';
import { mapWith } from './panels.ts';
import type { Version } from './versions.ts';
import type { RowOf } from './rows.ts';

/** What the domain's rules say about one version of a screen, as the projection keeps it. */
export function findingsOf(
  { collection, analytes }: Version,
  medications: readonly Medication[],
): Omit<RowOf<'screen_reading'>, 'organization_id' | 'screen_id' | 'client_id'> {
  const facts = { outcome: collection.outcome, validity: collection.outcome === 'collected' ? collection.validity : null, analytes };
  const found = (sought: Finding): string[] => analytes.filter(({ finding }) => finding === sought).map(({ analyte }) => analyte);
  const { outcome, panel, specimen, on } = collection;
  const device = { specimen, panelId: panel.id };
  const absent = outcome === 'collected' ? prescribedNotOnPanel(panel.analytes, device, medications, mapWith(panel), on) : [];
  return {
    rule_version: readingRuleVersion,
    interpretable: isInterpretable(facts),
    as_expected: isAsExpected(facts),
    negative: isNegative(facts),
    unexpected: found('unexpected-positive'),
    not_detected: found('prescribed-not-detected'),
    specimen_not_valid: collection.outcome === 'collected' && isNotValid(collection.validity),
    findings: Object.fromEntries([
      ...analytes.map(({ analyte, finding }) => [analyte, finding]),
      ...absent.map((analyte) => [analyte, 'not-on-panel']),
    ]),
  };
}
