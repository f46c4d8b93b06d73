import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes is begun first, so that no worker is left with it when the others are done. */
const longest = ['database/crash', 'http/promises-fuzz', 'http/promises-idempotency', 'conformance/field-files', 'conformance/real-people'];

const positionOf = ({ moduleId }: TestSpecification): number => {
  const position = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return position === -1 ? longest.length : position;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => positionOf(one) - positionOf(other));
  }
}
