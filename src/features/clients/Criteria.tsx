import type { ClientPage } from '#contract/clients.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import { Panel } from '#ui/Panel.tsx';
import styles from './ClientPage.module.css';
import { clientsWords } from './clients-words.ts';

const criterionStatus = (met: boolean | null): string =>
  met === null ? clientsWords.notKnown : met ? clientsWords.met : clientsWords.notMet;

/** What is measured comes in words; what is on record or attested comes as the day it was met. */
function evidenceWords(evidence: string | null): string {
  if (evidence === null) return '–';
  const on = dayFrom(evidence);
  return on === null ? evidence : dayWithYear(on);
}

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
