/** About how wide a line of the sans face is, in pixels. Errs on the wide side: it keeps labels apart and never lays them out. */
export const textWidth = (text: string, size: number, strong = false): number => text.length * size * (strong ? 0.49 : 0.45);

/** The words of a sentence on lines that fit. */
export function linesOf(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
