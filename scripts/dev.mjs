import { spawn } from 'node:child_process';
import { become, installed } from './machine.mjs';

installed();
const server = spawn('node_modules/.bin/node', ['--watch', '--watch-preserve-output', 'server/main.ts', '--demo'], { stdio: 'inherit' });
process.on('exit', () => server.kill());
become('vite', []);
