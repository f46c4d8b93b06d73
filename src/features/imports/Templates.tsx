import Download from 'lucide-react/icons/download';
import type { KindShown } from '#contract/imports-shown.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { importsWords as words, kindNames } from './imports-words.ts';
import styles from './Imports.module.css';
import { saveFile } from './save-file.ts';

/** Files to start from, one for each kind. */
export function Templates({ kinds }: { kinds: readonly KindShown[] }) {
  return (
    <div className={styles['templates']} data-print="never">
      <Panel title={words.templates}>
        <p className={styles['summary']}>{words.templatesText}</p>
        <div className={styles['buttons']}>
          {kinds.map(({ kind, template }) => (
            <Button
              key={kind}
              icon={<Download size={16} aria-hidden="true" />}
              aria-label={words.template(kindNames[kind])}
              onClick={() => saveFile(words.templateFile(kind), template)}
            >
              {kindNames[kind]}
            </Button>
          ))}
        </div>
      </Panel>
    </div>
  );
}
