/**
 * The date fields of a form in which a date was begun and not finished, by their ids.
 * The browser gives such a field as empty, so what somebody half typed would be kept as not known.
 */
export const unwholeDates = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll('input')].filter(({ validity }) => validity.badInput).map(({ id }) => id);
