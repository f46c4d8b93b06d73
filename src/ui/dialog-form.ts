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
  | { readonly kind: 'text' | 'area' | 'date' | 'number' }
  | { readonly kind: 'list'; readonly options: readonly string[] }
  | { readonly kind: 'select'; readonly options: readonly Option[]; readonly none?: string }
  | { readonly kind: 'radio'; readonly options: readonly Option[] }
  /** Who was notified, under its own name, and when, under `name.at`. */
  | { readonly kind: 'notification'; readonly atLabel: string }
);

type FieldControl = { readonly name: string; readonly label: string; readonly control: string };

/** Each name under which a field may be refused, with what its control is called and the name that the control has. */
export function controlsOf(field: EditField): readonly FieldControl[] {
  const { name, label } = field;
  const own = { name, label, control: name };
  if (field.kind !== 'notification') return [own];
  const at = `${name}.at`;
  return [own, { ...own, name: `${name}.who` }, { name: at, label: field.atLabel, control: at }];
}
