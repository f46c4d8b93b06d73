type ClassName = string | false | null | undefined;

/** One class attribute from the names that apply. */
export const classNames = (...names: readonly ClassName[]): string => names.filter(Boolean).join(' ');
