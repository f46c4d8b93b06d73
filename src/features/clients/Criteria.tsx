import type { ClientPage } from '#contract/clients.ts';
import { evidenceWords } from '#domain/phases/evidence-words.ts';
import { Panel } from '#ui/Panel.tsx';
import styles from './ClientPage.module.css';
import { clientsWords } from './clients-words.ts';

const criterionStatus = (met: boolean | null): string =>
  met === null ? clientsWords.notKnown : met ? clientsWords.met : clientsWords.notMet;

/** The criteria of the phase, each measured, on record or attested. They decide nothing. */
export function Criteria({ page }: { page: ClientPage }) {
  const phase = page.journey.phases.findLast(({ from }) => from <= page.journey.today);
  if (phase === undefined || page.criteria.length === 0) return null;
  return (
    <Panel id="phase" title={clientsWords.phaseTitle(phase.number)} beside={clientsWords.decides}>
      <table className={styles['criteria']}>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Known by</th>
            <th scope="col">Now</th>
            <th scope="col">Stands</th>
          </tr>
        </thead>
        <tbody>
          {page.criteria.map((criterion) => (
            <tr key={criterion.code}>
              <th scope="row">{criterion.label}</th>
              <td>{criterion.kind}</td>
              <td>{evidenceWords(criterion.evidence)}</td>
              <td>{criterionStatus(criterion.met)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
