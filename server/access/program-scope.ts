import type { ExpressionBuilder, Expression, SqlBool } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';

/** Whether the numbers of a person are those of whole programs; they are those of their own caseload otherwise. */
export const countsWholePrograms = ({ role }: Actor): boolean => role === 'director';

/** Stays in care that a person counts: those in the programs that they work in, or those of their own caseload alone. */
export const countedStays =
  (actor: Actor) =>
  (eb: ExpressionBuilder<Tables, 'episode'>): Expression<SqlBool> =>
    countsWholePrograms(actor)
      ? eb(
          'episode.program_id',
          'in',
          eb.selectFrom('staff_program').select('staff_program.program_id').where('staff_program.staff_id', '=', actor.staffId),
        )
      : eb('episode.therapist_id', '=', actor.staffId);
