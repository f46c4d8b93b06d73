import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { JourneyLater } from '#charts/journey/JourneyLater.tsx';
import { rangePresets } from '#charts/journey/range-presets.ts';
import type { ClientPage as ClientPageShown } from '#contract/clients.ts';
import { clockWords, dayMonth } from '#domain/calendar/words.ts';
import { dayFrom, timeAt, type Day } from '#domain/calendar/calendar.ts';
import { ClientHeader } from '#features/clients/ClientHeader.tsx';
import { clients } from '#features/clients/clients.queries.ts';
import { Comparisons } from '#features/clients/Comparisons.tsx';
import { Criteria } from '#features/clients/Criteria.tsx';
import { OpenNeeds } from '#features/clients/OpenNeeds.tsx';
import styles from '#features/clients/ClientPage.module.css';
import { clientsWords } from '#features/clients/clients-words.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import { Panel } from '#ui/Panel.tsx';
import { Partial } from '#ui/Partial.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { NoJourney } from './NoJourney.tsx';

const AnswerDialog = lazy(async () => ({ default: (await import('./AnswerDialog.tsx')).AnswerDialog }));
const RaiseDialog = lazy(async () => ({ default: (await import('#features/safety/RaiseDialog.tsx')).RaiseDialog }));
const StartDialog = lazy(async () => ({ default: (await import('#features/adjustments/StartDialog.tsx')).StartDialog }));
const AskDialog = lazy(async () => ({ default: (await import('#features/screen-plans/AskDialog.tsx')).AskDialog }));

const route = getRouteApi('/clients/$clientId');

/** One person: who they are, how they are doing in one breath, what is owed, and the whole journey on one axis. */
export function ClientPage() {
  const { clientId } = route.useParams();
  const { from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: page, error, refetch } = useQuery(clients.page(clientId));
  const [tableOpen, setTableOpen] = useState(false);
  const [opened, setOpened] = useState<'start' | 'ask' | 'raise' | null>(null);
  const [answering, setAnswering] = useState<{ need: ClientPageShown['needs'][number] | null } | null>(null);
  if (page === undefined) {
    if (error !== null) return <NoJourney clientId={clientId} error={error} />;
    return <Skeleton what="this client" rows={6} rowHeight={88} />;
  }
  const { journey } = page;
  const shown = { from: dayFrom(from ?? '') ?? journey.from, to: dayFrom(to ?? '') ?? journey.to };
  const show = (days: { from: Day; to: Day }) =>
    void navigate({ search: { from: days.from, to: days.to }, replace: true, resetScroll: false });
  const openAdjustment = (adjustmentId: string) =>
    void navigate({ to: '/clients/$clientId/adjustments/$adjustmentId', params: { clientId, adjustmentId } });
  const presets = rangePresets(journey);
  // A short episode makes several presets the same days: the widest name is the one that is said.
  const current = presets.findLast((preset) => preset.from === shown.from && preset.to === shown.to)?.code;
  const pending = journey.screens.filter(({ analytes }) => analytes.some(({ finding }) => finding === 'pending')).length;

  return (
    <>
      <title>Client · Cairn</title>
      <ClientHeader
        client={page.client}
        actions={
          <>
            <Link className={buttonLook('plain')} to="/clients/$clientId/record" params={{ clientId: page.client.clientId }}>
              {clientsWords.record}
            </Link>
            {page.inCare && (
              <>
                <Button tone="quiet" onClick={() => setOpened('raise')}>
                  {clientsWords.raise}
                </Button>
                <Button onClick={() => setOpened('ask')}>{clientsWords.askForScreen}</Button>
                <Button onClick={() => setAnswering({ need: null })}>{clientsWords.review}</Button>
                <Button onClick={() => setOpened('start')}>{clientsWords.start}</Button>
              </>
            )}
          </>
        }
      />
      <Suspense fallback={null}>
        {opened === 'start' && <StartDialog clientId={clientId} onStarted={openAdjustment} onClose={() => setOpened(null)} />}
        {opened === 'ask' && <AskDialog clientId={clientId} onClose={() => setOpened(null)} />}
        {opened === 'raise' && (
          <RaiseDialog clientId={clientId} called={page.client.called} zone={page.timeZone} onClose={() => setOpened(null)} />
        )}
        {answering !== null && (
          <AnswerDialog
            clientId={clientId}
            name={page.client.name}
            zone={page.timeZone}
            need={answering.need}
            onClose={() => setAnswering(null)}
          />
        )}
      </Suspense>
      {page.client.clientId !== clientId && <p className={styles['moved']}>{clientsWords.movedHere}</p>}
      <p className={styles['summary']}>{page.summary.join(' ')}</p>
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      <OpenNeeds page={page} onAnswer={(need) => setAnswering({ need })} />
      <div className={styles['sections']}>
        <Panel
          id="journey"
          look="card"
          title="Journey"
          beside={`${dayMonth(shown.from)} to ${dayMonth(shown.to)}`}
          actions={
            <SegmentedControl
              label="Days shown"
              segments={presets.map((preset) => ({
                value: preset.code,
                label: preset.label,
                current: preset.code === current,
              }))}
              onChoose={(code) => {
                const preset = presets.find((one) => one.code === code);
                if (preset !== undefined) show(preset);
              }}
            />
          }
        >
          {pending > 0 && <Partial>{clientsWords.pending(pending, journey.screens.length)}</Partial>}
          <JourneyLater
            journey={journey}
            shown={shown}
            onShow={show}
            analytes={null}
            asOf={`As of ${clockWords(timeAt(page.asOf, page.timeZone))}`}
            tableOpen={tableOpen}
            onTable={setTableOpen}
            onOpen={(mark) => {
              const opened = journey.screens.find((screen) => screen.id === mark.screenId)?.adjustmentId ?? null;
              if (opened !== null) openAdjustment(opened);
            }}
            waiting={<Skeleton what="the journey" rows={12} />}
          />
        </Panel>
        <Comparisons page={page} />
        <Criteria page={page} />
      </div>
    </>
  );
}
