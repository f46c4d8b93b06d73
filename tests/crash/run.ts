import { parseArgs } from 'node:util';
import { killed } from './kill.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' } } });
const say = (line: string) => void process.stdout.write(`${line}\n`);
const { kills, acknowledged, lost, half, repeats, failedRestarts } = await killed(Number(values.runs), say);
say(
  `${kills} kills, ${acknowledged} acknowledged: acknowledged lost ${lost}, half batches ${half}, repeats amiss ${repeats}, failed restarts ${failedRestarts}`,
);
process.exitCode = lost + half + repeats + failedRestarts === 0 && acknowledged > 0 ? 0 : 1;
