/** '9', '4,120': a whole number as it is read. Most are small, and a formatter costs more to make than a page of them to write. */
export const countNumber = (count: number): string => (count < 1_000 ? String(count) : count.toLocaleString('en-US'));
