import type { FieldProblem, RefusalCode } from '#contract/refusals.ts';

/** Thrown anywhere below a procedure; answered as problem details. Whatever the transaction did is undone. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: string | undefined;
  readonly fields: readonly FieldProblem[] | undefined;

  constructor(code: RefusalCode, detail?: string, fields?: readonly FieldProblem[]) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.fields = fields;
  }
}

/** Refuses with one field named and its fix said. */
export const refuseField = (field: string, message: string): Refusal => new Refusal('input-invalid', undefined, [{ field, message }]);
