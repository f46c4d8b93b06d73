/** Whom a phone number, an address or an e-mail belongs to. */
export const contactOwners = ['own', 'emergency', 'family'] as const;
export type ContactOwner = (typeof contactOwners)[number];

export const contactKinds = ['phone', 'email', 'address'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Whether a message may be left. Not asked is not yes. */
export const messageRules = ['yes', 'no', 'not-asked'] as const;
export type MessageRule = (typeof messageRules)[number];

/** One way of reaching a client, or somebody of theirs. `name` and `relation` are null on a client's own. */
export type ContactLine = {
  readonly whose: ContactOwner;
  readonly name: string | null;
  readonly relation: string | null;
  readonly kind: ContactKind;
  readonly value: string;
  readonly message: MessageRule;
  readonly preferred: boolean;
};
