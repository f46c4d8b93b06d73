import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { hoursColumnsOf } from '#domain/attendance/hours-bars.ts';
import { HoursSparkline } from '#charts/HoursSparkline.tsx';
import { ScreenStrip } from '#charts/ScreenStrip.tsx';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { lastWeekWords, weeksMetSummary } from '#domain/attendance/words.ts';
import { markNames } from '#domain/drug-screens/words.ts';
import { SidePanel } from './SidePanel.tsx';
import { sidePanelWords } from './side-panel-words.ts';
import styles from './SidePanels.module.css';

/** The last eight collections and the last twelve weeks of hours, as two small pictures with their words. */
export function LastEight({ page }: { page: AdjustmentShown }) {
  const { events, summary } = page.lastEight;
  const last = page.weeks.at(-1) ?? null;
  const excused = page.weeks.filter((week) => week.excused > 0).length;
  return (
    <SidePanel title={sidePanelWords.lastEight}>
      {events.length > 0 && (
        <ScreenStrip events={events} label={`${sidePanelWords.lastEight}: ${events.map(({ mark }) => markNames[mark]).join('; ')}`} />
      )}
      <p className={styles['small']}>{summary}</p>
      <div className={styles['hours']}>
        <HoursSparkline hours={hoursColumnsOf(page.weeks.slice(-12))} label={weeksMetSummary(hoursTotals(page.weeks), last)} />
        <p className={styles['small']}>
          {lastWeekWords(last)}
          {excused > 0 && (
            <>
              <br />
              {sidePanelWords.excused(excused, page.weeks.length)}
            </>
          )}
        </p>
      </div>
    </SidePanel>
  );
}
