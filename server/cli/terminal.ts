import type { Clock } from '#server/clock.ts';
import type { OpenInstallation } from '#server/installation.ts';

/** Where a command writes, and the installation that it works on. */
export type Terminal = {
  /** The answer itself, for a person or a program to read. */
  readonly print: (text: string) => void;
  /** Progress and complaints. */
  readonly note: (text: string) => void;
  readonly clock: Clock;
  /** Where people reach this installation, for links that are given out. */
  readonly address: string;
  readonly installation: () => Promise<Omit<OpenInstallation, 'libraryDb'>>;
};

/** Answers the exit code: 0 done, 1 refused, 2 asked in a way that can't be understood. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;
