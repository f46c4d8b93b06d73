import { useMutation } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { screenSlots } from '#contract/screen-plans-slots.ts';
import type { ScreenPlanShown } from '#contract/screen-plans.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Fault } from '#ui/Fault.tsx';
import { requestedWords, stateWords } from './screen-plan-words.ts';
import styles from './ScreenPlan.module.css';

/** What was asked for outside the schedule, the latest first, each to be taken back until something is recorded. */
export function RequestedScreens({ shown }: { shown: ScreenPlanShown }) {
  const { clientId, requested, zone } = shown;
  const withdraw = useMutation({
    mutationFn: (slotId: string) => call(screenSlots.withdraw, { clientId, slotId }, { key: newKey() }),
    onSuccess: () => announce(requestedWords.withdrawn),
  });
  if (requested.length === 0) return null;
  return (
    <div className={styles['requested']}>
      <h3>{requestedWords.title}</h3>
      <p className={styles['quiet']}>{requestedWords.note}</p>
      {withdraw.error !== null && <Fault>{withdraw.error.message}</Fault>}
      <ul className={styles['list']} role="list">
        {requested.map((one) => (
          <li key={one.slotId} className={styles['one']}>
            <span>{requestedWords.when(one, zone)}</span>
            <span>
              {requestedWords.reasons[one.reason]}
              {one.why !== null && <span className={styles['why']}>{one.why}</span>}
              {one.panel !== null && <span className={styles['why']}>{one.panel}</span>}
            </span>
            <span className={styles['by']}>{requestedWords.by(one, zone)}</span>
            <span>{stateWords(one)}</span>
            <span className={styles['act']}>
              {one.canWithdraw && (
                <Button
                  tone="quiet"
                  aria-label={requestedWords.withdrawOf(one)}
                  disabled={withdraw.isPending}
                  onClick={() => withdraw.mutate(one.slotId)}
                >
                  {withdraw.isPending && withdraw.variables === one.slotId ? requestedWords.withdrawing : requestedWords.withdraw}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
