import * as z from 'zod/mini';
import { dataProblems } from '#domain/clients/data-problems.ts';
import { likenesses } from '#domain/clients/duplicates.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, InstantOut } from './scalars.ts';

const Chart = z.object({ clientId: ClientId, name: z.string(), chartNumber: z.string(), bornOn: z.nullable(DayOut) });

export const ProblemsShown = z.object({
  asOf: InstantOut,
  /** How many there are of each kind; at most a hundred of each are listed. */
  counts: z.array(z.object({ problem: z.enum(dataProblems), many: z.number() })),
  problems: z.array(z.object({ ...Chart.shape, problem: z.enum(dataProblems), since: z.nullable(DayOut) })),
  duplicates: z.array(z.object({ one: Chart, other: Chart, likeness: z.enum(likenesses) })),
});
export type ProblemsShown = z.infer<typeof ProblemsShown>;

export const clientProblems = {
  problems: endpoint({ method: 'GET', path: '/clients/problems', input: z.strictObject({}), output: ProblemsShown, refuses: [] }),
};
