import { useMutation } from '@tanstack/react-query';
import FileUp from 'lucide-react/icons/file-up';
import { useRef, useState, type DragEvent } from 'react';
import { sendFile } from '#api/send-file.ts';
import { imports } from '#contract/imports.ts';
import { Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { importsWords as words } from './imports-words.ts';
import styles from './ChooseFile.module.css';

/** Step one: a file, chosen or dropped. It is read at once, and a file that can't be read says what to do. */
export function ChooseFile({ onKept }: { onKept: (importId: string) => void }) {
  const [over, setOver] = useState(false);
  // One key for one choice of a file, so that a lost answer brings no second copy.
  const key = useRef(newKey());
  const send = useMutation({
    mutationFn: (file: File) => sendFile(imports.upload, file, { fileName: file.name.slice(-200) }, { key: key.current }),
    onSuccess: ({ id }) => onKept(id),
  });
  const take = (file: File | undefined) => {
    if (file === undefined || send.isPending) return;
    key.current = newKey();
    send.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const problem = send.error instanceof Refused ? send.error.problem : null;
  const message = problem === null ? null : (problem.fields?.[0]?.message ?? problem.detail ?? problem.title);
  return (
    <>
      {message !== null && <ErrorSummary key={send.submittedAt} title={words.refused} errors={[{ fieldId: 'import-file', message }]} />}
      <div
        className={styles['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp size={28} strokeWidth={1.5} aria-hidden="true" />
        <label className={styles['label']} htmlFor="import-file">
          {message === null ? words.choose : words.another}
        </label>
        <input
          id="import-file"
          className={styles['input']}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={send.isPending}
          aria-describedby="import-limits"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <p className={styles['or']}>{send.isPending ? words.sending(send.variables.name) : words.drop}</p>
        <p id="import-limits" className={styles['limits']}>
          {words.limits}
        </p>
      </div>
    </>
  );
}
