import { besideBare } from './bare.ts';
import { beside, held, type BudgetName, type Line } from './budgets.ts';
import { people, type Clinic, type Who } from './clinic.ts';
import { millisecondsOf, requestsPerSecond } from './load.ts';
import { actorOf, readsOf, type Statement } from './statements.ts';
import { interleaved, median } from './round-trips.ts';

/** What is asked of Cairn, and of the bare floor under the same name. */
export type Question = {
  /** Null where the figure is only told: the budget is for another number of clients. */
  readonly name: BudgetName | null;
  readonly what: string;
  readonly who: Who;
  readonly path: string;
  readonly body?: unknown;
};

const seconds = 1.5;

/** How many requests a second Cairn answers for each that the bare floor answers, in turns over several rounds. */
export async function againstBare(clinic: Clinic, questions: readonly Question[]): Promise<Line[]> {
  const answers: Record<string, readonly Statement[]> = {};
  for (const question of questions)
    answers[question.what] = await readsOf(clinic.address, await actorOf(clinic.db, people[question.who]), question);
  return besideBare(clinic.folder, { address: clinic.address, answers }, async (bare) => {
    const lines: Line[] = [];
    for (const { name, what, who, path, body } of questions) {
      const ours = {
        url: `${clinic.served.url}/api${path}`,
        cookie: clinic.cookies[who],
        body: body === undefined ? undefined : JSON.stringify(body),
      };
      const theirs = { url: `${bare}/${encodeURIComponent(what)}`, cookie: '' };
      const alone: number[] = [];
      for (let times = 0; times < 5; times += 1) alone.push(await millisecondsOf(ours));
      const measured = await interleaved(
        () => requestsPerSecond(theirs, seconds),
        () => requestsPerSecond(ours, seconds),
      );
      lines.push(
        name === null ? beside(`${what}, of bare requests a second`, measured.ratio, 'x') : held(name, measured.ratio),
        beside(`${what}: Cairn`, measured.ours, 'requests/s'),
        beside(`${what}: bare node and pg, ${answers[what]?.length} statements`, measured.floor, 'requests/s'),
        beside(`${what}: Cairn, asked alone`, median(alone), 'ms'),
      );
    }
    return lines;
  });
}
