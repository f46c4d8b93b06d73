import { sql, type RawBuilder } from 'kysely';

/** Orders by a name as `byName` of the domain does, whatever collation the server has. Clients have the order of theirs stored: `client.sort_name`. */
export const inNameOrder = (column: string): RawBuilder<string> => sql<string>`name_order(${sql.ref(column)}) collate "C"`;
