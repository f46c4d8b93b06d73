import type { Finding } from '#domain/drug-screens/interpret.ts';

/** What stands now in the place of the screen that started a clock. */
export type AmendedScreen = {
  /** The screen was somebody else's. */
  readonly ofAnother: boolean;
  /** Null where it isn't read yet. */
  readonly findings: Readonly<Record<string, Finding>> | null;
  /** g/210 L; null where it has none. */
  readonly breathAlcohol: number | null;
};
