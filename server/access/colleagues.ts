import { sql, type RawBuilder } from 'kysely';

const programsOf = (staffId: string) => sql`(select staff_program.program_id from staff_program where staff_program.staff_id = ${staffId})`;

/** Staff who work in a program that this person works in too, they themselves among them. */
export const colleaguesOf = (staffId: string): RawBuilder<boolean> =>
  sql<boolean>`(staff.id = ${staffId} or staff.id in
    (select colleague.staff_id from staff_program colleague where colleague.program_id in ${programsOf(staffId)}))`;

/** Episodes in a program in which this person doesn't work. */
export const episodesOutOf = (staffId: string): RawBuilder<boolean> => sql<boolean>`episode.program_id not in ${programsOf(staffId)}`;
