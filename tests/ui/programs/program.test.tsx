import { screen, within } from '@testing-library/react';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { freshDatabase } from '#kit/database.ts';
import { stageOn, type Stage } from '#kit/render-at.tsx';
import { loadProgram } from '#mocks/fixtures/load.ts';
import { createApp } from '#server/http/app.ts';

const now = new Date('2026-11-23T14:02:00.000Z');
const today = dayAt(instantOf(now), 'America/Chicago');

let stage: Stage;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  await loadProgram(fresh.db, { today, now: instantOf(now) });
  const ortiz = await fresh.db.selectFrom('staff').selectAll().where('name', '=', 'R. Ortiz').executeTakeFirstOrThrow();
  const actor = { organizationId: ortiz.organization_id, staffId: ortiz.id, name: ortiz.name, role: ortiz.role };
  const refuse = () => Promise.reject(new Error('the door is open already'));
  const authentication = {
    authenticate: () => Promise.resolve({ kind: 'actor', actor } as const),
    enter: refuse,
    lock: () => Promise.resolve(),
    unlock: refuse,
    leave: () => Promise.resolve(new Headers()),
  };
  stage = stageOn(createApp({ db: fresh.db, clock: () => now, authentication, log: pino({ level: 'silent' }) }));
});
afterAll(async () => {
  stage.close();
  await drop();
});

test('the synthetic program, through the same tables, gives R. Ortiz the six stories in order', async () => {
  stage.renderAt('/today');
  expect(await screen.findByRole('heading', { level: 1, name: '6 of 34 clients need something from you today' })).toBeVisible();
  const rows = within(screen.getByRole('list', { name: 'Clients who need something, in order' })).getAllByRole('listitem');
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual(['Maya T.', 'Priya S.', 'Jordan M.', 'Noor A.', 'Dee W.', 'Theo B.']);
  expect(screen.getAllByText('Demo data')[0]).toBeInTheDocument();
});
