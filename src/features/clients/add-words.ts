import type { Likeness } from '#domain/clients/duplicates.ts';

export const addWords = {
  title: 'Add a client',
  eyebrow: 'Clients',
  save: 'Write the chart',
  needed: 'First name, last name and chart number are needed. The rest can follow.',
  cancel: 'Cancel',
  afterwards: 'Next: start an episode of care, on the record.',
  program: 'Program',
  programHint: 'Its staff can open the chart before there is an episode.',
  useNext: (number: string) => `Use ${number}, the next one`,
  underAge: (program: string) => `Under 18. ${program} is for adults and can’t open an episode; an adolescent program can.`,
  takenUnseen: 'A chart that you can’t open has this number. Use another, or ask the director.',
  similar: (many: number) =>
    many === 1
      ? 'One chart looks like this person’s. Open it before you write another.'
      : `${many} charts look like this person’s. Open them before you write another.`,
  chartBorn: (number: string, born: string | null) => `chart ${number}, ${born === null ? 'birth date not known' : `born ${born}`}`,
};

export const likenessWords: Readonly<Record<Likeness, string>> = {
  'same-number': 'the same chart number',
  likely: 'the same birth date, names alike',
  possible: 'partly alike',
};
