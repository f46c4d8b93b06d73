export const dateWords = { unwhole: 'Write the whole date, or empty it.' };
