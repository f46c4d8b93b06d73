import { call } from '#api/client.ts';
import { useEditForm } from '#api/useEditForm.ts';
import type { UnknownCode } from '#contract/drug-screens-codes.ts';
import { drugScreens } from '#contract/drug-screens.ts';
import { analyteFamilies } from '#domain/drug-screens/analyte-vocabulary.ts';
import { analyteCodes, analyteName } from '#domain/drug-screens/analytes.ts';
import { familyNames } from '#domain/drug-screens/code-answers-words.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { unknownCodesWords } from './unknown-codes-words.ts';

type AnswerCodeProps = {
  code: UnknownCode;
  onSaved: (answer: { readonly analyte: string; readonly screens: number }) => void;
  onClose: () => void;
};

/** Says which drug a code is: one that is known, or one of the program's own with its family. Nothing is chosen for the person. */
export function AnswerCode({ code: { code, version }, onSaved, onClose }: AnswerCodeProps) {
  const form = useEditForm({
    start: { drug: '', family: '' },
    save: (typed, { key }) => {
      const family = analyteFamilies.find((one) => one === typed.family);
      return call(drugScreens.answerCode, { code, drug: typed.drug, ...(family === undefined ? {} : { family }) }, { key, version });
    },
    onSaved,
  });
  return (
    <DialogForm
      title={unknownCodesWords.dialog(code)}
      form={form}
      fields={[
        {
          kind: 'list',
          name: 'drug',
          label: unknownCodesWords.drug,
          hint: unknownCodesWords.drugHint,
          options: analyteCodes.map(analyteName),
        },
        {
          kind: 'select',
          name: 'family',
          label: unknownCodesWords.family,
          none: unknownCodesWords.known,
          options: analyteFamilies.map((value) => ({ value, label: familyNames[value] })),
        },
      ]}
      words={unknownCodesWords.form}
      summary={unknownCodesWords.text}
      onClose={onClose}
    />
  );
}
