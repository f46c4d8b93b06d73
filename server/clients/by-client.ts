/** Rows that name their client, as one list for each client that has any, in the order they came. */
export function byClient<Row extends { client_id: string }, Fact>(rows: readonly Row[], factOf: (row: Row) => Fact): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>();
  for (const row of rows) {
    const known = facts.get(row.client_id);
    if (known === undefined) facts.set(row.client_id, [factOf(row)]);
    else known.push(factOf(row));
  }
  return facts;
}
