import type { Contract } from '#contract/index.ts';
import { panelsByName } from '#server/drug-screens/panels.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { expectationRules, type NamedRule } from './medications.rows.ts';

/** What medications should make analytes show, with the last edits of it. */
export const map: Procedure<Contract['medications']['map']> = async (_, { db }) => {
  const edits = await db
    .selectFrom('expectation_edit as edit')
    .innerJoin('staff', 'staff.id', 'edit.by')
    .select(['edit.version', 'edit.medication', 'edit.because', 'edit.at', 'staff.name'])
    .orderBy('edit.version', 'desc')
    .limit(50)
    .execute();
  return {
    version: edits[0]?.version ?? 0,
    own: edits.length > 0,
    rules: [...(await expectationRules(db))].toSorted((a, b) => order(a).localeCompare(order(b))),
    panels: await panelsByName(db),
    edits: edits.map(({ name, ...edit }) => ({ ...edit, by: name })),
  };
};

const order = ({ medication, analyte, specimen, panel }: NamedRule): string => [medication, analyte, specimen, panel ?? ''].join(' ');
