import { parseSync, Visitor } from 'oxc-parser';
import type { Source } from './sources.ts';

/** A table that a file writes; null where the table is named only when it runs. */
export type TableWrite = { readonly path: string; readonly table: string | null };

/** What writes a table, by the argument that names it. */
const writers: Readonly<Record<string, number>> = {
  insertInto: 0,
  replaceInto: 0,
  updateTable: 0,
  deleteFrom: 0,
  mergeInto: 0,
  insertRows: 1,
  updateFields: 1,
};

const hole = '§';
const statement =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?([\w§]+)|\bupdate\s+"?([\w§]+)"?(?:\s+(?:as\s+)?\w+)?\s+set\b/gi;

type Node = ReturnType<typeof parseSync>['program']['body'][number];
type Expression = Extract<Node, { type: 'ExpressionStatement' }>['expression'];

/** The text of a literal or a template, with a mark where a value comes in; null of anything else. */
function textOf(node: Expression | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join(hole);
  return null;
}

function calledName(callee: Expression): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') return callee.property.name;
  return null;
}

const named = (table: string): string | null => (table.includes(hole) ? null : table.toLowerCase());

/** Each table that a file inserts into, updates or deletes from, by the query builder, by the many-row functions or in SQL of its own. */
export function tableWritesIn({ path, text }: Source): TableWrite[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} can’t be parsed: ${errors[0]?.message ?? ''}`);
  const tables: (string | null)[] = [];
  const addStatements = (written: string | null) => {
    for (const [, first, second] of written?.matchAll(statement) ?? []) tables.push(named(first ?? second ?? hole));
  };
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      const name = calledName(callee) ?? '';
      const argument = (at: number) => given.filter((one) => one.type !== 'SpreadElement')[at];
      const at = Object.hasOwn(writers, name) ? writers[name] : undefined;
      if (at !== undefined) {
        const target = textOf(argument(at));
        // A table may have another name in the statement: 'screen as s'.
        tables.push(target === null ? null : named(target.split(/\s/)[0] ?? hole));
      }
      if (name === 'raw') addStatements(textOf(argument(0)));
    },
    TaggedTemplateExpression: ({ tag, quasi }) => {
      if (calledName(tag) === 'sql') addStatements(textOf(quasi));
    },
  }).visit(program);
  return tables.map((table) => ({ path, table }));
}
