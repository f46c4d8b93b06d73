/** What is typed into a dialog, and what came of saving it. */
export type EditForm<Values extends Readonly<Record<string, string>>> = {
  readonly values: Values;
  readonly set: (name: keyof Values & string, value: string) => void;
  /** What is wrong with a field, by its name. */
  readonly problems: Readonly<Record<string, string>>;
  /** What stands in the way as a whole; null where nothing does. */
  readonly alert: string | null;
  /** How often it was tried, so that a summary is told anew. */
  readonly tries: number;
  readonly pending: boolean;
  readonly submit: () => void;
};

type Option = { readonly value: string; readonly label: string };

/** One field of such a dialog. A select starts at a choice that is none unless it may be left out. */
export type EditField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly half?: true;
} & (
  | { readonly kind: 'text' | 'area' | 'date' | 'moment' | 'number' }
  | { readonly kind: 'list'; readonly options: readonly string[] }
  | { readonly kind: 'select'; readonly options: readonly Option[]; readonly none?: string }
  | { readonly kind: 'radio'; readonly options: readonly Option[] }
);
