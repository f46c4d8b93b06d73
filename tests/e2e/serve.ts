import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { openFolder } from '#kit/open-folder.ts';
import { port } from './address.ts';

// The demonstration as a stranger starts it, in a folder that is thrown away.
const folder = await openFolder('cairn-stories-');
const server = spawn(process.execPath, ['server/main.ts', '--demo'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, CAIRN_HOME: folder, PORT: String(port), DATABASE_URL: undefined },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
