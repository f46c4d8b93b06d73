import type { ClientRecord } from '#contract/clients-record.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { EditIdentity } from './EditIdentity.tsx';
import { InlineEdit } from './InlineEdit.tsx';
import styles from './Record.module.css';
import { recordWords } from './record-words.ts';

/** Names, birth date, chart number and language, mended in their place. What isn't known is said to be unknown. */
export function IdentitySection({ record }: { record: ClientRecord }) {
  const { fields } = recordWords;
  const shown: readonly (readonly [string, string | null])[] = [
    [fields.firstName, record.firstName || recordWords.oneName],
    [fields.lastName, record.lastName || recordWords.oneName],
    [fields.preferredName, record.preferredName],
    [fields.pronouns, record.pronouns],
    [fields.bornOn, record.bornOn === null ? null : dayWithYear(record.bornOn)],
    [fields.chartNumber, record.chartNumber],
    [fields.language, record.language],
    [fields.interpreter, record.interpreter === null ? null : recordWords.interpreter(record.interpreter)],
  ];
  return (
    <InlineEdit id="identity" title={recordWords.identity} form={(over) => <EditIdentity record={record} onOver={over} />}>
      <dl className={styles['fields']}>
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === null ? styles['unknown'] : undefined}>
              {value ?? (label === fields.interpreter ? recordWords.notAsked : recordWords.notKnown)}
            </dd>
          </div>
        ))}
      </dl>
    </InlineEdit>
  );
}
