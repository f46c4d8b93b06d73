import { lazy, Suspense, useState } from 'react';
import type { Care } from '#contract/episodes-shown.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { EndingRequest } from './EndingRequest.tsx';
import { EpisodeFacts } from './EpisodeFacts.tsx';
import { episodesWords } from './episodes-words.ts';

const StartDialog = lazy(async () => ({ default: (await import('./StartEpisodeDialog.tsx')).StartEpisodeDialog }));
const EditForm = lazy(async () => ({ default: (await import('./EditEpisodeDialog.tsx')).EditEpisodeDialog }));
const EndDialog = lazy(async () => ({ default: (await import('./EndEpisodeDialog.tsx')).EndEpisodeDialog }));

/** The episode that is open, or the last one, with those before it folded away. */
export function EpisodeSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<'start' | 'edit' | 'end' | null>(null);
  const close = () => setOpened(null);
  const open = care.episodes.find(({ closedOn }) => closedOn === null);
  const shown = open ?? care.episodes[0];
  const earlier = care.episodes.filter((episode) => episode !== shown);
  return (
    <Panel
      id="episode"
      title={episodesWords.episode.title}
      beside={shown === undefined ? undefined : episodesWords.episode.span(shown.openedOn, shown.closedOn)}
      actions={
        open === undefined ? (
          <Button tone="primary" onClick={() => setOpened('start')}>
            {episodesWords.episode.start}
          </Button>
        ) : (
          <>
            <Button aria-label={episodesWords.episode.editTitle} onClick={() => setOpened('edit')}>
              {episodesWords.episode.edit}
            </Button>
            <Button onClick={() => setOpened('end')}>{episodesWords.episode.end}</Button>
          </>
        )
      }
    >
      {shown === undefined && <Empty>{episodesWords.episode.none}</Empty>}
      {shown !== undefined && open === undefined && <p>{episodesWords.episode.closed}</p>}
      {care.endingRequest !== null && <EndingRequest key={care.endingRequest.id} care={care} request={care.endingRequest} />}
      {shown !== undefined && <EpisodeFacts episode={shown} />}
      {earlier.length > 0 && (
        <Disclosure title={episodesWords.episode.earlier(earlier.length)} look="line">
          {earlier.map((episode) => (
            <EpisodeFacts key={episode.id} episode={episode} />
          ))}
        </Disclosure>
      )}
      <Suspense fallback={null}>
        {opened === 'start' && <StartDialog care={care} onClose={close} />}
        {opened === 'edit' && open !== undefined && <EditForm care={care} episode={open} onClose={close} />}
        {opened === 'end' && open !== undefined && <EndDialog care={care} episode={open} onClose={close} />}
      </Suspense>
    </Panel>
  );
}
