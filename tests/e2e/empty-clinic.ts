import type { Page } from '@playwright/test';
import { anInstallation, type Installation, type Served } from '#kit/processes.ts';
import { expect } from './story.ts';

export const password = 'four words make one';

/** A clinic that starts with nothing but the link of its first administrator, on a server and database of its own. */
export type EmptyClinic = {
  readonly url: string;
  readonly firstLink: string;
  /** Adds somebody by command, and answers the link that is handed to them. */
  readonly add: (email: string, name: string, role: string, program: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

export async function anEmptyClinic(): Promise<EmptyClinic> {
  const installation: Installation = await anInstallation();
  const server: Served = await installation.serve();
  const linkIn = (said: string): string => {
    const found = /http:\/\/\S+\/set-up#\S+/.exec(said)?.[0];
    if (found === undefined) throw new Error(`no link was printed: ${said}`);
    return found.replace(/^http:\/\/[^/]+/, server.url);
  };
  // The link is printed a moment after the address.
  await expect.poll(() => server.said()).toMatch(/\/set-up#/);
  return {
    url: server.url,
    firstLink: linkIn(server.said()),
    add: async (email, name, role, program) => {
      const { code, said } = await installation.cairn(
        'user',
        'add',
        '--email',
        email,
        '--name',
        name,
        '--role',
        role,
        '--program',
        program,
      );
      if (code !== 0) throw new Error(said);
      return linkIn(said);
    },
    close: async () => {
      await server.end('SIGTERM');
      await installation.remove();
    },
  };
}

/**
 * A zone in which it is now afternoon, so that this day's morning session is over and its week has begun, whatever hour it is here.
 * Days are the clinic's own; the story must not depend on when it is told.
 */
export function zoneInTheAfternoon(now: Date): string {
  const zones = ['Pacific/Auckland', 'Asia/Tokyo', 'Asia/Karachi', 'Europe/Paris', 'America/New_York', 'Pacific/Honolulu'];
  const hourIn = (timeZone: string) => Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now));
  const found = zones.find((zone) => hourIn(zone) >= 13 && hourIn(zone) < 23);
  if (found === undefined) throw new Error('there is no zone in the afternoon');
  return found;
}

export async function enter(page: Page, { url }: EmptyClinic, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Places' }).first()).toBeVisible();
}
