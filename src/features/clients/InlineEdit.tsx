import { useEffect, useRef, useState, type ReactNode } from 'react';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { recordWords } from './record-words.ts';

type InlineEditProps = {
  id: string;
  title: string;
  /** The form that stands where the section stood; it says when it is over, and whether it was saved. */
  form: (over: (saved: boolean) => void) => ReactNode;
  children: ReactNode;
};

/** A section that is mended where it stands. The keyboard goes into the form as it opens, and back to the button as it closes. */
export function InlineEdit({ id, title, form, children }: InlineEditProps) {
  const [editing, setEditing] = useState(false);
  const opened = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  const container = useRef<HTMLDivElement>(null);

  // The button that was pressed leaves the page, and with it the place of the keyboard.
  useEffect(() => {
    if (editing) container.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    else if (opened.current) opener.current?.focus();
    opened.current = editing;
  }, [editing]);

  const over = (saved: boolean) => {
    setEditing(false);
    if (saved) announce(recordWords.saved(title));
  };
  return (
    <Panel
      id={id}
      title={title}
      actions={
        !editing && (
          <Button ref={opener} aria-label={recordWords.editOf(title)} onClick={() => setEditing(true)}>
            {recordWords.edit}
          </Button>
        )
      }
    >
      <div ref={container}>{editing ? form(over) : children}</div>
    </Panel>
  );
}
