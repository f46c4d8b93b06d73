import { monitorEventLoopDelay } from 'node:perf_hooks';
import { aCheckedFile, answer, settledImport } from './brought-files.ts';
import type { World } from './world.ts';

const megabyte = 1_048_576;

export type BigImport = {
  readonly rows: number;
  readonly checkedASecond: number;
  readonly importedASecond: number;
  /** Growth of the process while the file was checked and taken in, in megabytes. */
  readonly grew: number;
  /** How long the event loop was kept from others, in milliseconds. */
  readonly blockedP99: number;
};

const clientsOf = (rows: number): number => Math.ceil(rows / 50);

/** A file of attendance: 50 sessions for each client, one row each. */
function attendance(rows: number): string {
  const lines = ['MRN,Service Date,Start Time,End Time,Group Topic,Attendance Status'];
  const clients = clientsOf(rows);
  for (let at = 0; at < rows; at += 1) {
    const week = Math.floor(at / clients);
    const on = `${String(1 + Math.floor(week / 10)).padStart(2, '0')}/${String(15 + (week % 10)).padStart(2, '0')}/2026`;
    lines.push(`B${at % clients},${on},${8 + (at % 3)}:00 AM,12:00 PM,Room ${at % 40},${at % 7 === 0 ? 'No Show' : 'P'}`);
  }
  return `${lines.join('\n')}\n`;
}

async function clientsIn(world: World, rows: number): Promise<void> {
  const lines = Array.from({ length: clientsOf(rows) }, (_, at) => `B${at},Bench,Person${at},2026-01-05`);
  const file = await aCheckedFile(world, 'clients', ['chart_number,first_name,last_name,opened_on', ...lines].join('\n'), {
    source: 'Bench',
  });
  await file.run();
}

/** Brings in a file of attendance as the page does and measures it: rows a second, growth of the process, and how long others had to wait. */
export async function aBigImport(world: World, rows: number): Promise<BigImport> {
  await clientsIn(world, rows);
  const text = attendance(rows);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const begun = performance.now();
  const file = await aCheckedFile(world, 'sessions', text, { source: 'Bench' });
  const checked = performance.now();
  const { counts } = await file.now();
  if (counts.ready !== rows) throw new Error(`${rows - counts.ready} of ${rows} rows are not ready`);
  await answer(file.call('runs'), 'start');
  await settledImport(world, file.id);
  const imported = performance.now();
  loop.disable();
  clearInterval(watch);
  return {
    rows,
    checkedASecond: Math.round(rows / ((checked - begun) / 1_000)),
    importedASecond: Math.round(rows / ((imported - checked) / 1_000)),
    grew: Math.round((most - before) / megabyte),
    blockedP99: Math.round(loop.percentile(99) / 1_000_000),
  };
}
