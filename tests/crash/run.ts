import { parseArgs } from 'node:util';
import { anInstallation } from '#kit/processes.ts';
import { killed } from './kill.ts';
import { interrupted } from './migrations.ts';
import { rolled } from './rolling.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, restarts: { type: 'string', default: '10' } } });
const log = (line: string) => void process.stdout.write(`${line}\n`);

const migrating = await interrupted(0, 1, log);
const installation = await anInstallation();
const rolling = await rolled(installation, Number(values.restarts), log);
const { kills, acknowledged, lost, half, repeats, failedRestarts } = await killed(installation, Number(values.runs), log);
await installation.remove();
log(
  `${kills} kills, ${acknowledged} acknowledged: acknowledged lost ${lost}, half batches ${half}, repeats amiss ${repeats}, failed restarts ${failedRestarts}`,
);
const migrationsHold = migrating.kills > 0 && migrating.halfDone === 0 && migrating.completed;
const rollingHolds = rolling.failed + rolling.lost + rolling.half + rolling.withoutRetryAfter === 0 && rolling.saved > 0;
const killsHold = lost + half + repeats + failedRestarts === 0 && acknowledged > 0;
process.exitCode = migrationsHold && rollingHolds && killsHold ? 0 : 1;
