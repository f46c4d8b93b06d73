import { Refusal } from './refusal.ts';

/** What one person may have in progress, and waiting behind that. The database has more connections than one person gets. */
const maxConcurrent = 4;
const mayWait = 60;

type Line = { working: number; readonly waiting: (() => void)[] };

/** People take turns with themselves, so that a page or a script that asks without end slows its own person and nobody else. */
export class ConcurrencyLimit {
  readonly #lines = new Map<string, Line>();

  /** Does the work when it is this person's turn. Refused where too much of theirs waits already. */
  async take<T>(person: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(person) ?? { working: 0, waiting: [] };
    this.#lines.set(person, line);
    if (line.working >= maxConcurrent) {
      if (line.waiting.length >= mayWait) throw new Refusal('too-busy');
      await new Promise<void>((begin) => line.waiting.push(begin));
    } else line.working += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else line.working -= 1;
      if (line.working === 0) this.#lines.delete(person);
    }
  }
}
