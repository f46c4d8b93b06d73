import * as z from 'zod/mini';
import type { RefusalCode } from './refusals.ts';

z.config({ jitless: true });

type Method = 'GET' | 'POST';

/** One thing that may be asked: where, with what, what comes back, and how it may be refused. */
export type Endpoint<Input extends z.ZodMiniObject = z.ZodMiniObject, Output extends z.ZodMiniType = z.ZodMiniType> = {
  readonly method: Method;
  /** Path segments such as `:clientId` are taken from the input. */
  readonly path: `/${string}`;
  readonly input: Input;
  readonly output: Output;
  readonly refuses: readonly RefusalCode[];
  /** A repeat with the same Idempotency-Key is answered as the first was and stores nothing again. */
  readonly idempotent?: true;
  /** Needs If-Match with the version that the caller saw. */
  readonly versioned?: true;
  /** The body is a file as it is, not JSON; the input's other fields travel in a header. */
  readonly raw?: { readonly megabytes: number };
};

export const endpoint = <Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  entry: Endpoint<Input, Output>,
): Endpoint<Input, Output> => entry;

export type InputOf<E> = E extends Endpoint<infer Input, infer _Output> ? z.input<Input> : never;
export type OutputOf<E> = E extends Endpoint<infer _Input, infer Output> ? z.output<Output> : never;
