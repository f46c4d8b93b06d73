import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { run, log } from './machine.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * What a browser starts with. Its clock is the device's own: under libfaketime Chromium spins, and a tablet whose clock is a year behind the
 * server's must tell the right time all the same.
 */
export function browserEnvironment() {
  const { LD_PRELOAD: _, ...own } = process.env;
  return own;
}

/** The browser that is here already; null where there is none. */
export function installedBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return existsSync(onMac) ? onMac : null;
}

/** The browser that the page is tested in: one that is here, Playwright's own, or Debian's. */
export function browser() {
  const here = installedBrowser();
  if (here !== null) return here;
  log('There is no Chromium here; trying Playwright’s own.');
  if (run('playwright', ['install', 'chromium'], { quiet: true }) === 0) return '';
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('That can’t be downloaded here; installing Debian’s Chromium with apt-get.');
    if (
      run('apt-get', ['update', '-qq'], { quiet: true }) === 0 &&
      run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true }) === 0
    )
      return installedBrowser();
  }
  log('The tests need a Chromium. Install one, for example with: sudo apt-get install chromium');
  process.exit(1);
}
