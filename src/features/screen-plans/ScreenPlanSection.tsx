import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { planWords } from '#domain/screen-plans/words.ts';
import type { ScreenPlanShown } from '#contract/screen-plans.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { RequestedScreens } from './RequestedScreens.tsx';
import { screenPlans } from './screen-plans.queries.ts';
import { screenPlanWords } from './screen-plan-words.ts';
import styles from './ScreenPlan.module.css';

const PlanDialog = lazy(async () => ({ default: (await import('./PlanDialog.tsx')).PlanDialog }));
const AskDialog = lazy(async () => ({ default: (await import('./AskDialog.tsx')).AskDialog }));

/** How a client's screens are drawn, by whom it was set, what came of it lately, and what was asked for beside. */
export function ScreenPlanSection({ clientId }: { clientId: string }) {
  const { data: shown, error, refetch } = useQuery(screenPlans.one(clientId));
  const [opened, setOpened] = useState<'plan' | 'ask' | null>(null);
  const close = () => setOpened(null);
  return (
    <Panel
      id="screens"
      title={screenPlanWords.title}
      beside={screenPlanWords.drawn}
      actions={
        shown?.inCare === true && (
          <>
            <Button onClick={() => setOpened('ask')}>{screenPlanWords.ask}</Button>
            <Button onClick={() => setOpened('plan')}>{screenPlanWords.edit}</Button>
          </>
        )
      }
    >
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {shown === undefined && error === null && <Skeleton what="the screens of this client" rows={2} rowHeight={48} />}
      {shown !== undefined && (
        <>
          <PlanFacts shown={shown} />
          <History shown={shown} />
          <RequestedScreens shown={shown} />
          <Suspense fallback={null}>
            {opened === 'plan' && <PlanDialog shown={shown} onClose={close} />}
            {opened === 'ask' && <AskDialog clientId={clientId} onClose={close} />}
          </Suspense>
        </>
      )}
    </Panel>
  );
}

function PlanFacts({ shown }: { shown: ScreenPlanShown }) {
  const { plan, lately, history } = shown;
  const [latest] = history;
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>{screenPlanWords.rate}</dt>
          <dd>{planWords(plan)}</dd>
        </div>
        <div>
          <dt>{screenPlanWords.since}</dt>
          <dd>{plan.own && latest !== undefined ? screenPlanWords.sinceBy(latest.from, latest.by) : screenPlanWords.programs}</dd>
        </div>
        <div>
          <dt>{screenPlanWords.panel}</dt>
          <dd>{plan.panel ?? screenPlanWords.anyPanel}</dd>
        </div>
        <div>
          <dt>{screenPlanWords.comes}</dt>
          <dd>{comesWords(shown)}</dd>
        </div>
        <div>
          <dt>{screenPlanWords.lately}</dt>
          <dd>
            {[
              lately.slots === 0 ? screenPlanWords.noneDue(lately.from) : screenPlanWords.collected(lately),
              ...screenPlanWords.excluded(lately),
            ].join(' · ')}
          </dd>
        </div>
      </dl>
      {lately.late.length > 0 && <p className={styles['note']}>{screenPlanWords.late(lately.late)}</p>}
    </>
  );
}

function comesWords({ inCare, plan, collects }: ScreenPlanShown): string {
  if (!inCare) return screenPlanWords.closed;
  if (collects.daysPerWeek === 0) return screenPlanWords.noDays;
  const every = plan.perWeek > 0 && collects.screensPerWeek >= collects.daysPerWeek;
  return every
    ? screenPlanWords.everyDay(collects.daysPerWeek)
    : screenPlanWords.onTheirDays(collects.daysPerWeek, collects.screensPerWeek);
}

/** The plans before the one that holds, with why each was made. */
function History({ shown }: { shown: ScreenPlanShown }) {
  if (shown.history.length === 0) return null;
  return (
    <Disclosure look="line" title={screenPlanWords.history} beside={String(shown.history.length)}>
      <ul className={styles['history']} role="list">
        {shown.history.map(({ version, rate, panel, why, from, by }) => (
          <li key={version}>
            <span className={styles['when']}>{screenPlanWords.on(from, by)}</span>
            <span>
              {[rate === null ? screenPlanWords.programPlan : planWords(rate), panel].filter((part) => part !== null).join(' · ')}
            </span>
            {why !== null && <span className={styles['why']}>{why}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
