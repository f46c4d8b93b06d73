import { contactKinds, contactOwners, messageRules, type ContactLine } from '#domain/clients/contact-lines.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { useLineFocus } from '#ui/useLineFocus.ts';
import { contactWords, kindWords, messageWords, ownerWords } from './contact-words.ts';
import styles from './Record.module.css';

type ContactFieldsProps = {
  lines: readonly ContactLine[];
  onChange: (lines: readonly ContactLine[]) => void;
  error: (field: string) => string | null;
  idOf: (field: string) => string;
};

const emptyLine: ContactLine = {
  whose: 'own',
  name: null,
  relation: null,
  kind: 'phone',
  value: '',
  message: 'not-asked',
  preferred: false,
};
const one = <T extends string>(all: readonly T[], value: string, otherwise: T): T => all.find((each) => each === value) ?? otherwise;

/** Each way of reaching a person, or somebody of theirs, on a line of its own. Whether a message may be left is asked, never assumed. */
export function ContactFields({ lines, onChange, error, idOf }: ContactFieldsProps) {
  const put = (index: number, changes: Partial<ContactLine>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...changes } : line)));
  const focus = useLineFocus<HTMLDivElement>(lines.length);
  return (
    <div ref={focus} className={styles['lines']}>
      {lines.map((line, index) => {
        const field = (name: string) => ({ id: idOf(`contacts.${index}.${name}`), error: error(`contacts.${index}.${name}`) });
        return (
          <fieldset key={index} className={styles['line']} data-whose={line.whose}>
            <legend>{contactWords.line(index + 1)}</legend>
            <Field label={contactWords.whose} {...field('whose')}>
              {(wiring) => (
                <Select
                  {...wiring}
                  value={line.whose}
                  onChange={(event) => put(index, { whose: one(contactOwners, event.target.value, 'own') })}
                >
                  {contactOwners.map((whose) => (
                    <option key={whose} value={whose}>
                      {ownerWords[whose]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {line.whose !== 'own' && (
              <>
                <Field label={contactWords.name} {...field('name')}>
                  {(wiring) => (
                    <TextInput {...wiring} value={line.name ?? ''} onChange={(event) => put(index, { name: event.target.value })} />
                  )}
                </Field>
                <Field label={contactWords.relation} {...field('relation')}>
                  {(wiring) => (
                    <TextInput {...wiring} value={line.relation ?? ''} onChange={(event) => put(index, { relation: event.target.value })} />
                  )}
                </Field>
              </>
            )}
            <Field label={contactWords.kind} {...field('kind')}>
              {(wiring) => (
                <Select
                  {...wiring}
                  value={line.kind}
                  onChange={(event) => put(index, { kind: one(contactKinds, event.target.value, 'phone') })}
                >
                  {contactKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {kindWords[kind]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={kindWords[line.kind]} {...field('value')} className={styles['wide']}>
              {(wiring) => (
                <TextInput
                  {...wiring}
                  autoComplete="off"
                  value={line.value}
                  onChange={(event) => put(index, { value: event.target.value })}
                />
              )}
            </Field>
            <Field label={contactWords.message} {...field('message')}>
              {(wiring) => (
                <Select
                  {...wiring}
                  value={line.message}
                  onChange={(event) => put(index, { message: one(messageRules, event.target.value, 'not-asked') })}
                >
                  {messageRules.map((rule) => (
                    <option key={rule} value={rule}>
                      {messageWords[rule]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <div className={styles['lineEnd']}>
              <CheckRow checked={line.preferred} onChange={(event) => put(index, { preferred: event.target.checked })}>
                {contactWords.preferred}
              </CheckRow>
              <Button
                tone="quiet"
                aria-label={contactWords.removeLine(index + 1)}
                onClick={() => onChange(lines.filter((_, at) => at !== index))}
              >
                {contactWords.remove}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div>
        <Button onClick={() => onChange([...lines, emptyLine])} disabled={lines.length >= 20}>
          {contactWords.add}
        </Button>
      </div>
    </div>
  );
}
