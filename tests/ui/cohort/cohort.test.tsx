import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { resultAt, screenOn, slotOn } from '#kit/cohort.ts';
import { aCohort } from '#kit/cohort-world.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { outOfTime } from '#kit/slow-table.ts';
import { worldOfFile } from '#kit/world.ts';
import { forwardTo } from '#mocks/forward.ts';

let stage: Stage;
const user = userEvent.setup({ delay: null });

const world = worldOfFile();

beforeAll(async () => {
  const { ana } = await aCohort(world);
  // Before the latest four weeks, so that a list of other days would be longer.
  await screenOn(world, ana, day('2026-09-08'), {
    slotId: await slotOn(world, ana, day('2026-09-08')),
    findings: { COC: 'unexpected-positive' },
  });
  await resultAt(world, ana, '2026-09-08T20:00:00Z');
  stage = stageOn(world.appFor('director'));
});
afterEach(() => stage.network.resetHandlers());
afterAll(() => stage.close());

const measures = () => screen.findByRole('region', { name: 'Cohort' });
const people = async () => (await screen.findAllByRole('rowheader')).map(({ textContent }) => textContent);

/** How many things stand behind a number, by what the page says of it. */
function promised(link: HTMLElement): number | null {
  const said = /^(\d+) (left out|still open|from before|from after)/.exec(link.textContent);
  if (said !== null) return Number(said[1]);
  const share = /^\d+ of (\d+)$/.exec(link.textContent);
  if (share !== null) return Number(share[1]);
  // Hours are a share of hours; their rows are weeks of clients.
  const metric = link.closest<HTMLElement>('[data-metric]');
  return metric === null ? null : Number(metric.dataset['rows']);
}

test('every number opens a list, and the list is as long as the number says', async () => {
  stage.renderAt('/cohort');
  await measures();
  await screen.findByRole('figure', { name: 'Collected of scheduled' }, { timeout: 5_000 });
  const links = within(screen.getByRole('main'))
    .getAllByRole('link')
    .filter((link) => /\/people/.test(link.getAttribute('href') ?? ''))
    .flatMap((link) => {
      const rows = promised(link);
      return rows === null ? [] : [{ label: link.textContent, href: link.getAttribute('href') ?? '', rows }];
    });
  expect(links.length).toBeGreaterThanOrEqual(8);
  for (const { label, href, rows } of links) {
    cleanup();
    stage.renderAt(href);
    const count = await screen.findByText(/ of \d+ clients?$/);
    expect([label, href, Number.parseInt(count.textContent, 10)]).toEqual([label, href, rows]);
    expect([label, screen.queryAllByRole('rowheader').length]).toEqual([label, rows]);
  }
});

test('a share says of how many, and what was left out, beside itself', async () => {
  stage.renderAt('/cohort');
  const row = within(await measures()).getByRole('row', { name: /Screens collected of scheduled/ });
  expect(row).toHaveTextContent(/\d+%\s*\d+ of \d+/);
  expect(within(row).getByRole('link', { name: /left out/ })).toBeVisible();
});

test('where answers can’t be counted in time, that row and that figure say so, and the other numbers stay', async () => {
  const mend = await outOfTime(world.db, 'adjustment');
  try {
    stage.renderAt('/cohort');
    const table = within(await measures());
    expect(table.getByRole('row', { name: /Answered within 72 h/ })).not.toHaveTextContent(/%|\d+ of \d+/);
    expect(table.getByRole('row', { name: /Screens collected of scheduled/ })).toHaveTextContent(/\d+ of \d+/);
    expect(table.getByRole('row', { name: /Prescribed hours delivered/ })).toHaveTextContent(/\d+ of \d+ h/);
    expect(screen.getByText(/Time from unexpected result to a signed answer/)).toBeVisible();
  } finally {
    await mend();
  }
  await user.click(screen.getAllByRole('button', { name: /Try again|Retry/ })[0] ?? document.body);
  const mended = within(await measures());
  await waitFor(() => expect(mended.getByRole('row', { name: /Answered within 72 h/ })).toHaveTextContent(/\d+ of \d+/));
});

test('the list sorts by what its heads say, either way, and the order is in the address', async () => {
  const { address } = stage.renderAt('/cohort/collected/people?counted=all');
  const latestFirst = await people();
  await user.click(screen.getByRole('button', { name: 'Client' }));
  await waitFor(() => expect(screen.getByRole('columnheader', { name: 'Client' })).toHaveAttribute('aria-sort', 'ascending'));
  // The order is the server's: the rows come after the head says it.
  await waitFor(async () => expect(await people()).toEqual(latestFirst.toSorted()));
  await user.click(screen.getByRole('button', { name: 'Client' }));
  await waitFor(() => expect(screen.getByRole('columnheader', { name: 'Client' })).toHaveAttribute('aria-sort', 'descending'));
  await waitFor(async () => expect(await people()).toEqual(latestFirst.toSorted().toReversed()));
  expect(address()).toContain('sort=-client');
});

test('a part of the list has as many rows as its name says', async () => {
  stage.renderAt('/cohort/collected/people');
  await people();
  const parts = within(screen.getByRole('group', { name: 'Which rows' })).getAllByRole('button');
  for (const name of parts.map(({ textContent }) => textContent)) {
    await user.click(screen.getByRole('button', { name }));
    const count = Number(/(\d+)$/.exec(name)?.[1]);
    await waitFor(() => expect([name, screen.queryAllByRole('rowheader').length]).toEqual([name, count]));
  }
});

test.each([
  ['director', true],
  ['therapist', false],
] as const)('the list of a %s names a client of no caseload: %s', async (who, named) => {
  stage.network.use(forwardTo(world.appFor(who)));
  stage.renderAt('/cohort/collected/people?counted=all');
  const shown = (await people()).join();
  expect(shown.includes('Dee')).toBe(named);
  expect(shown).toContain('Ana');
  expect(shown).not.toMatch(/Eli|Fay/);
});

test('addresses that ask for what doesn’t exist show the usual weeks, or that there is no such page', async () => {
  const { address } = stage.renderAt('/cohort?from=2026-02-31&nonsense=1');
  expect(within(await measures()).getByRole('row', { name: /Screens collected/ })).toHaveTextContent(/\d+ of \d+/);
  expect(address()).toBe('/cohort');
  cleanup();
  stage.renderAt('/cohort/sobriety/people');
  expect(await screen.findByText('There is no page at this address.')).toBeVisible();
});

test('while weeks are being worked out, the page and the list behind its hours say of how many people', async () => {
  await sql`with people as (insert into client (organization_id, chart_number, first_name, last_name)
      select ${world.organizationId}, 'N-' || n, 'N', 'Many' from generate_series(1, 104) n returning id)
    insert into episode (organization_id, client_id, program_id, opened_on)
      select ${world.organizationId}, id, ${world.programId}, '2026-10-05' from people`.execute(world.db);
  stage.network.use(forwardTo(world.appFor('director')));
  stage.renderAt('/cohort');
  await measures();
  expect(screen.getByText(/^The hours of 4 clients are being worked out\./)).toHaveRole('status');
  cleanup();
  await sql`update projection_basis set version = version + 1`.execute(world.db);
  stage.renderAt('/cohort/hours/people');
  expect(await screen.findByText(/^The hours of \d+ clients are being worked out\./)).toHaveRole('status');
});
