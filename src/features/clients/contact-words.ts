import type { ContactKind, ContactLine, ContactOwner, MessageRule } from '#domain/clients/contact-lines.ts';

export const contactWords = {
  line: (index: number) => `Way ${index} of reaching them`,
  whose: 'Whose',
  name: 'Name',
  relation: 'Relation',
  kind: 'Kind',
  message: 'May a message be left?',
  preferred: 'Preferred',
  add: 'Add a way of reaching them',
  remove: 'Remove',
  removeLine: (index: number) => `Remove way ${index}`,
  whoseLabel: ({ whose, name, relation }: Pick<ContactLine, 'whose' | 'name' | 'relation'>): string =>
    whose === 'own'
      ? ''
      : [
          [name, relation === null || relation === '' ? null : `(${relation})`].filter(Boolean).join(' '),
          whose === 'emergency' ? 'in an emergency' : null,
        ]
          .filter(Boolean)
          .join(', '),
};

export const ownerWords: Readonly<Record<ContactOwner, string>> = {
  own: 'Their own',
  emergency: 'For an emergency',
  family: 'Family or friend',
};

export const kindWords: Readonly<Record<ContactKind, string>> = { phone: 'Phone', email: 'E-mail', address: 'Address' };

export const messageWords: Readonly<Record<MessageRule, string>> = {
  yes: 'A message may be left',
  no: 'Leave no message',
  'not-asked': 'Not asked yet',
};
