import type { InputOf } from '#contract/endpoint.ts';
import type { clientWriting } from '#contract/clients-input.ts';
import { randomUUID } from 'node:crypto';

type Added = InputOf<typeof clientWriting.add>;

/** Who somebody is, with a chart number of their own. */
export const anIdentity = (changes: Partial<Added> = {}) => ({
  firstName: 'Noor',
  lastName: 'Haddad',
  preferredName: null,
  pronouns: 'she/her',
  bornOn: '1990-04-17',
  chartNumber: `N-${randomUUID().slice(0, 8)}a`,
  language: 'Arabic',
  interpreter: true,
  ...changes,
});

export const aPhone = {
  whose: 'own',
  name: null,
  relation: null,
  kind: 'phone',
  value: '312 555 0142',
  message: 'no',
  preferred: true,
} as const;

export const anIdentifier = () => ({ system: 'State registry', value: randomUUID().slice(0, 12) });
