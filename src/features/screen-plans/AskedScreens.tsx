import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScreenPlanShown } from '#contract/screen-plans.ts';
import { screenSlots as screenSlotsApi } from '#api/screen-slots.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Fault } from '#ui/Fault.tsx';
import { askedSays, standsWords } from './screen-plan-words.ts';
import styles from './ScreenPlan.module.css';

/** What was asked for outside the schedule, the latest first, each to be taken back until something is recorded. */
export function AskedScreens({ shown }: { shown: ScreenPlanShown }) {
  const { clientId, asked, zone } = shown;
  const cache = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (slotId: string) => screenSlotsApi.withdraw({ clientId, slotId }, { key: crypto.randomUUID() }),
    onSuccess: () => announce(askedSays.withdrawn),
    // What it was refused for stands in the list as it is now.
    onSettled: () => Promise.all(['screen-plans', 'drug-screens'].map((noun) => cache.invalidateQueries({ queryKey: [noun] }))),
  });
  if (asked.length === 0) return null;
  return (
    <div className={styles['asked']}>
      <h3>{askedSays.title}</h3>
      <p className={styles['quiet']}>{askedSays.note}</p>
      {withdraw.error !== null && <Fault>{withdraw.error.message}</Fault>}
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={askedSays.title}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{askedSays.columns.when}</th>
              <th scope="col">{askedSays.columns.why}</th>
              <th scope="col">{askedSays.columns.by}</th>
              <th scope="col">{askedSays.columns.stands}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {asked.map((one) => (
              <tr key={one.slotId}>
                <th scope="row">{askedSays.when(one, zone)}</th>
                <td>
                  {askedSays.reasons[one.reason]}
                  {one.why !== null && <span className={styles['why']}>{one.why}</span>}
                  {one.panel !== null && <span className={styles['why']}>{one.panel}</span>}
                </td>
                <td>{askedSays.by(one, zone)}</td>
                <td>{standsWords(one)}</td>
                <td className={styles['act']}>
                  {one.canWithdraw && (
                    <Button
                      tone="quiet"
                      aria-label={askedSays.withdrawOf(one)}
                      disabled={withdraw.isPending}
                      onClick={() => withdraw.mutate(one.slotId)}
                    >
                      {withdraw.isPending && withdraw.variables === one.slotId ? askedSays.withdrawing : askedSays.withdraw}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
