import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// A page is fetched, asks and is drawn on a machine that may be busy: slow is not wrong.
configure({ asyncUtilTimeout: 10_000 });

// Where the pages are served from in a clinic, and what this document doesn't say of itself.
Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
window.matchMedia ??= (media: string) =>
  ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
};

let complaints: string[] = [];
let expected: RegExp[] = [];

/** What React and the router write where a page gives its place to its fault. */
export const complaintsOfAFault = [/The above error occurred/, /Error in route match/];

/** Says ahead that this test makes the console complain of this. Where it doesn't, the test fails too. */
export function expectComplaint(about: RegExp): void {
  expected.push(about);
}

// A test that did not expect a complaint must not pass over it.
beforeEach(() => {
  complaints = [];
  expected = [];
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void complaints.push(said.map(String).join(' ')));
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  const others = complaints.filter((complaint) => !expected.some((about) => about.test(complaint)));
  if (others.length > 0) throw new Error(`the console complained: ${others.join('\n')}`);
  const silent = expected.filter((about) => !complaints.some((complaint) => about.test(complaint)));
  if (silent.length > 0) throw new Error(`the console did not complain of ${silent.join(', ')}`);
});
