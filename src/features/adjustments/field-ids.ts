/** The id of a field's control, so that the summary of what is missing can lead to it. */
export const fieldId = (field: string): string => `adjust-${field.replaceAll('.', '-')}`;
