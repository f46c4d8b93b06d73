import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Refused } from '#api/client.ts';
import { may } from '#contract/capabilities.ts';
import { UnknownCodes } from '#features/drug-screens/UnknownCodes.tsx';
import styles from '#features/medications/ExpectationMap.module.css';
import { expectations } from '#features/medications/expectations.queries.ts';
import { ExpectationTable } from '#features/medications/ExpectationTable.tsx';
import { medicationsWords } from '#features/medications/medications-words.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Field } from '#ui/Field.tsx';
import { NoAccess } from '#ui/NoAccess.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

const MapDialog = lazy(async () => ({ default: (await import('#features/medications/MapDialog.tsx')).MapDialog }));

/** What the program's medications should make screens show, and who may change it. */
export function ExpectationsPage() {
  const { data, error, refetch } = useQuery(expectations.map());
  const { data: me } = useQuery(signIn.me());
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  if (error instanceof Refused && error.code === 'not-your-role') return <NoAccess>{error.message}</NoAccess>;
  const mayEdit = may(me, 'edit-expectation-map');
  const rules = data?.rules ?? [];
  const sought = text.trim().toLowerCase();
  const shown = rules.filter(({ medication, analyte, panel }) =>
    `${medication} ${analyte} ${analyteName(analyte)} ${panel ?? ''}`.toLowerCase().includes(sought),
  );
  return (
    <>
      <title>Expectation map · Cairn</title>
      <PageHeader
        eyebrow={medicationsWords.map.eyebrow}
        title={medicationsWords.map.title}
        below={medicationsWords.map.below}
        actions={mayEdit && <Button onClick={() => setEditing('')}>{medicationsWords.map.add}</Button>}
      />
      {may(me, 'answer-codes') && <UnknownCodes />}
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data === undefined && error === null && <Skeleton what="the map" rows={8} rowHeight={40} />}
      {data !== undefined && (
        <>
          <div className={styles['tools']}>
            <Field label={medicationsWords.map.filter}>
              {(wiring) => <TextInput {...wiring} type="search" value={text} onChange={(event) => setText(event.target.value)} />}
            </Field>
            <p>{data.own ? medicationsWords.map.own : medicationsWords.map.standard}</p>
          </div>
          {shown.length === 0 ? (
            <Empty>{medicationsWords.map.none}</Empty>
          ) : (
            <ExpectationTable rules={shown} onEdit={mayEdit ? setEditing : null} />
          )}
          {data.edits.length > 0 && (
            <Disclosure title={medicationsWords.map.history} look="line">
              <ul className={styles['history']}>
                {data.edits.map((edit) => (
                  <li key={edit.version}>{medicationsWords.map.edited(edit.medication, edit.by, edit.because)}</li>
                ))}
              </ul>
            </Disclosure>
          )}
          <Suspense fallback={null}>
            {editing !== null && (
              <MapDialog
                medication={editing}
                rules={rules.filter(({ medication }) => medication === editing)}
                panels={data.panels ?? []}
                version={data.version}
                onClose={() => setEditing(null)}
              />
            )}
          </Suspense>
        </>
      )}
    </>
  );
}
