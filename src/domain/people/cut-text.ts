const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As many whole characters from the start of a text as fit into `most` UTF-16 units: never half an emoji, nor a letter without its accent. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { segment } of characters.segment(text)) {
    if (end + segment.length > most) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** The first character of a name, as its initial. */
export const initialOf = (name: string): string => characters.segment(name)[Symbol.iterator]().next().value?.segment ?? '';
