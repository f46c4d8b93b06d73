import * as z from 'zod/mini';
import { chartProblems } from '#domain/clients/data-problems.ts';
import { likenesses } from '#domain/clients/duplicates.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, InstantOut } from './scalars.ts';

const Chart = z.object({ clientId: ClientId, name: z.string(), chartNumber: z.string(), bornOn: z.nullable(DayOut) });
const Since = z.object({ ...Chart.shape, since: z.nullable(DayOut) });
const Pair = z.object({ one: Chart, other: Chart, likeness: z.enum(likenesses) });

/** The page of a list that begins behind a chart, or behind a pair of charts; `next` is null where it is the last. */
const ProblemPage = { rows: z.array(Since), next: z.nullable(ClientId) };
const PairPage = { pairs: z.array(Pair), next: z.nullable(z.object({ one: ClientId, other: ClientId })) };

export const ProblemsShown = z.object({
  asOf: InstantOut,
  /** Charts that were not compared with the others yet: more may be found to look alike. */
  beingWorkedOut: z.number(),
  duplicates: z.object({ many: z.number(), ...PairPage }),
  /** Of each other kind how many there are, and the first of them. */
  problems: z.array(z.object({ problem: z.enum(chartProblems), many: z.number(), ...ProblemPage })),
});
export type ProblemsShown = z.infer<typeof ProblemsShown>;
export type DuplicatesShown = ProblemsShown['duplicates'];
export type ProblemShown = ProblemsShown['problems'][number];

export const clientProblems = {
  problems: endpoint({ method: 'GET', path: '/clients/problems', input: z.strictObject({}), output: ProblemsShown, refuses: [] }),
  moreProblems: endpoint({
    method: 'GET',
    path: '/clients/problems/:problem',
    input: z.strictObject({ problem: z.enum(chartProblems), after: ClientId }),
    output: z.object(ProblemPage),
    refuses: ['input-invalid'],
  }),
  moreDuplicates: endpoint({
    method: 'GET',
    path: '/clients/duplicate-pairs',
    input: z.strictObject({ one: ClientId, other: ClientId }),
    output: z.object(PairPage),
    refuses: ['input-invalid'],
  }),
};
