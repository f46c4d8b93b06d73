import type { CareChoices } from '#contract/episodes-shown.ts';
import type { EditField } from '#ui/dialog-form.ts';
import { episodesWords } from './episodes-words.ts';

/** A program's own words, with one that is stored already and isn't among them any more. */
export const wordsWith = (words: readonly string[], stored: string | null) =>
  [...words, ...(stored === null || words.includes(stored) ? [] : [stored])].map((word) => ({ value: word, label: word }));

const named = (items: readonly { readonly id: string; readonly name: string }[]) =>
  items.map(({ id, name }) => ({ value: id, label: name }));

/** Where the client comes to, of the places that belong to the program. A group that ends takes nobody new, and stays where it is stored. */
export const locationFields = (choices: CareChoices, programId: string, stored: string | null = null): readonly EditField[] => [
  {
    kind: 'select',
    name: 'siteId',
    label: episodesWords.episode.fields.site,
    options: named(choices.sites),
    none: episodesWords.notKnown,
    half: true,
  },
  {
    kind: 'select',
    name: 'groupId',
    label: episodesWords.episode.fields.group,
    options: choices.groups
      .filter((group) => group.programId === programId && (!group.ends || group.id === stored))
      .map(({ id, name, meets }) => ({ value: id, label: meets === '' ? name : `${name}, ${meets}` })),
    none: episodesWords.episode.noGroup,
    half: true,
  },
];

/** How the client came. */
export const sourceFields = (choices: CareChoices, stored: { source: string | null; substance: string | null }): readonly EditField[] => [
  { kind: 'date', name: 'referredOn', label: episodesWords.episode.fields.referredOn, half: true },
  { kind: 'text', name: 'referredBy', label: episodesWords.episode.fields.referredBy, half: true },
  {
    kind: 'select',
    name: 'admissionSource',
    label: episodesWords.episode.fields.source,
    options: wordsWith(choices.admissionSources, stored.source),
    none: episodesWords.notKnown,
    half: true,
  },
  {
    kind: 'select',
    name: 'primarySubstance',
    label: episodesWords.episode.fields.substance,
    options: wordsWith(choices.substances, stored.substance),
    none: episodesWords.notKnown,
    half: true,
  },
];

export const programOptions = (choices: CareChoices) => named(choices.programs);
export const therapistOptions = (choices: CareChoices) => named(choices.therapists);
