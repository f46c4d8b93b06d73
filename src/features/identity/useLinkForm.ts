import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { links } from '#contract/identity-links.ts';
import { signIn } from '#contract/identity.ts';
import { call, Refused } from '#api/client.ts';
import type { Me } from '#contract/identity.ts';

const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;

const empty = {
  organization: '',
  timeZone: zones.includes(zoneHere) ? zoneHere : '',
  program: '',
  site: '',
  name: '',
  email: '',
  password: '',
};
export type LinkField = keyof typeof empty;

/** What is typed on the set-up page, and what the server says against each field. Using the link signs in with it. */
export function useLinkForm(token: string, kind: 'first' | 'invitation', onEntered: (me: Me) => void) {
  const [typed, setTyped] = useState(empty);
  const { password, ...first } = typed;
  const accepting = useMutation({
    mutationFn: async () => {
      const { email } = await call(links.accept, { token, password, ...(kind === 'first' ? { first } : {}) });
      return call(signIn.enter, { email, password });
    },
    onSuccess: onEntered,
  });
  const refused = accepting.error instanceof Refused ? accepting.error : null;
  const messages = new Map((refused?.problem.fields ?? []).map((problem) => [problem.field.replace('first.', ''), problem.message]));
  return {
    typed,
    zones,
    type: (field: LinkField, value: string) => setTyped((before) => ({ ...before, [field]: value })),
    send: () => accepting.mutate(),
    sending: accepting.isPending,
    errorOf: (field: LinkField): string | undefined =>
      messages.get(field) ?? (field === 'password' && messages.size === 0 ? accepting.error?.message : undefined),
  };
}
