import { randomUUID } from 'node:crypto';
import { measureKinds } from '#domain/cohort/measures.ts';
import { aRaisedProgram } from '#kit/raised-program.ts';
import type { Ask, Clinic } from './promises-world.ts';

type Requests = Readonly<Record<string, (clinic: Clinic) => Promise<readonly Omit<Ask, 'action'>[]>>>;

const note = ({ programId }: { readonly programId: string }) => ({
  measure: 'collected',
  program: programId,
  week: '2026-11-16',
  text: `The laboratory changed its panel, said ${randomUUID()}.`,
});

export const cohortRequests: Requests = {
  'cohort.overview': async () => [{ input: {} }],
  'cohort.people': async () => measureKinds.map((measure) => ({ input: { measure, counted: 'all' } })),
  'cohort.annotate': async ({ world }) => [{ input: note(world) }],
  'cohort.rebase': async ({ world }) => {
    const { programId, raised } = await aRaisedProgram(world, { name: `Raised ${randomUUID()}` });
    return [{ input: { measure: 'answered', program: programId, week: raised[0], text: 'The morning huddle reads Today aloud.' } }];
  },
  'cohort.withdrawMark': async ({ world }) => {
    const { measure, ...rest } = note(world);
    const { id } = await (await world.as('director').post(`/cohort/${measure}/notes`, rest)).json();
    return [{ input: { markId: id, because: 'That was another week.' } }];
  },
};
