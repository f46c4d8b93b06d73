import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Named } from './scheduling-fields.ts';
import { Id, words } from './scalars.ts';

const Population = z.enum(['adult', 'adolescent'], { error: 'Choose adult or adolescent.' });
const Kept = z.object({ id: Id, version: z.number() });

/** Programs, sites, and who may lead a session. */
export const locations = {
  list: endpoint({
    method: 'GET',
    path: '/locations',
    input: z.strictObject({}),
    output: z.object({
      programs: z.array(z.object({ id: Id, name: z.string(), population: Population, groups: z.number(), version: z.number() })),
      sites: z.array(z.object({ id: Id, name: z.string(), groups: z.number(), version: z.number() })),
      leaders: z.array(Named),
    }),
    refuses: [],
  }),
  addProgram: endpoint({
    method: 'POST',
    path: '/programs',
    input: z.strictObject({ name: words(120), population: Population }),
    output: Kept,
    refuses: ['input-invalid'],
    idempotent: true,
  }),
  editProgram: endpoint({
    method: 'POST',
    path: '/programs/:programId',
    input: z.strictObject({ programId: Id, name: words(120), population: Population }),
    output: Kept,
    refuses: ['input-invalid', 'not-found', 'stale', 'version-missing'],
    idempotent: true,
    versioned: true,
  }),
  addSite: endpoint({
    method: 'POST',
    path: '/sites',
    input: z.strictObject({ name: words(120) }),
    output: Kept,
    refuses: ['input-invalid'],
    idempotent: true,
  }),
  editSite: endpoint({
    method: 'POST',
    path: '/sites/:siteId',
    input: z.strictObject({ siteId: Id, name: words(120) }),
    output: Kept,
    refuses: ['input-invalid', 'not-found', 'stale', 'version-missing'],
    idempotent: true,
    versioned: true,
  }),
};
