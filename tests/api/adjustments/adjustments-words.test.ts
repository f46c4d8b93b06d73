// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { AdjustmentSheet } from '#features/adjustments/AdjustmentSheet.tsx';
import { aCase, aSignature, aTalk } from '#kit/adjustments.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

afterEach(cleanup);

const endsCare = /discharg|terminat|expel|kick(ed)? out/i;
const judges = /\b(clean|dirty|fail(ed|s|ure)?|violation|non-?compliant|refused?|abuse|addict|relapse|sanction|acceptable)\b/i;

const text = (page: unknown): string => {
  const sheet = createElement(AdjustmentSheet, { page: AdjustmentShown.parse(page), onClose: () => undefined, onOpen: () => undefined });
  render(createElement(QueryClientProvider, { client: new QueryClient() }, sheet));
  return document.body.textContent;
};

test('no word of the adjustments ends care or judges anybody', () => {
  const files = ['src', 'server'].flatMap((room) =>
    readdirSync(room, { recursive: true })
      .map((name) => `${room}/${String(name)}`)
      .filter((path) => /\/adjustments?[-/.]/.test(path) && /\.tsx?$/.test(path)),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.filter((file) => endsCare.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
  const words = files.filter((file) => file.endsWith('-words.ts')).filter((file) => judges.test(readFileSync(file, 'utf8')));
  expect(words).toEqual([]);
});

test('what is on the page, in every state, ends no care and judges nobody', async () => {
  const one = await aCase(world);
  const seen = [text(await one.page())];
  await one.send('talk', aTalk(), 1);
  seen.push(text(await one.page()));
  await one.send('signature', aSignature(world), 2);
  seen.push(text(await one.page()));
  world.clock.now = new Date('2026-12-08T15:00:00.000Z');
  seen.push(text(await one.page()));
  await one.send('outcome', { outcome: 'needs-more', note: 'Weekends are still hard.' }, 3);
  seen.push(text(await one.page()));
  const explained = await aCase(world);
  await explained.send('explanation', { because: 'lab', words: 'Not confirmed.', naloxone: 'has-it' }, 1);
  seen.push(text(await explained.page()));

  expect(seen).toHaveLength(6);
  for (const words of seen) {
    expect(words).toContain('Jordan');
    expect(words).not.toMatch(endsCare);
    expect(words).not.toMatch(judges);
  }
  expect(seen[0]).toContain('It doesn’t change Jordan’s place in the program.');
});

test('nothing on a new page is answered: no box is ticked, no list chosen, no field filled', async () => {
  const { page } = await aCase(world);
  text(await page());
  expect(document.querySelectorAll('input:checked, option:checked:not([value=""])')).toHaveLength(0);
  const fields = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input:not([type="checkbox"], [type="radio"])'),
  ];
  expect(fields.length).toBeGreaterThan(2);
  expect(fields.map(({ value }) => value).join('')).toBe('');
});

test('no link of the page leads to the end of care, or anywhere else', async () => {
  const { page } = await aCase(world);
  text(await page());
  expect(document.querySelectorAll('a[href]')).toHaveLength(0);
});
