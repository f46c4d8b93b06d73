import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { importKinds, type ImportKind } from '#domain/imports/imports.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Field } from '#ui/Field.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { kindNames } from './imports-words.ts';
import { draftFor, type Draft } from './mapping-draft.ts';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

export type MatchPart = { one: OutputOf<Contract['imports']['one']>; draft: Draft; onDraft: (draft: Draft) => void };

/** What the file holds and where it comes from. A source that is known is read as it was the last time. */
export function FileKind({ one, draft, onDraft }: MatchPart) {
  const known = one.sources.map(({ name }) => name);
  return (
    <Panel title={words.holds}>
      <div className={styles['pair']}>
        <Field label={words.kind}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.mapping.kind}
              onChange={(event) => onDraft(draftFor(one, draft.source, event.target.value as ImportKind))}
            >
              {importKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindNames[kind]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.source} id="match-source" hint={draft.remembered ? words.remembered(draft.source) : words.sourceHint}>
          {(wiring) => (
            <>
              <TextInput
                {...wiring}
                list="known-sources"
                maxLength={80}
                autoComplete="off"
                value={draft.source}
                onChange={({ target }) =>
                  onDraft(
                    known.includes(target.value)
                      ? draftFor(one, target.value, draft.mapping.kind)
                      : { ...draft, source: target.value, remembered: false },
                  )
                }
              />
              <datalist id="known-sources">
                {known.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      </div>
      {draft.mapping.kind === 'clients' && (
        <CheckRow
          checked={draft.mapping.census}
          onChange={(event) => onDraft({ ...draft, mapping: { ...draft.mapping, census: event.target.checked } })}
        >
          {words.census}
        </CheckRow>
      )}
    </Panel>
  );
}
