import { lazy, Suspense, useState } from 'react';
import type { Care, LevelShown } from '#contract/episodes-shown.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { episodesWords } from './episodes-words.ts';
import { SpanTable } from './SpanTable.tsx';

const LevelDialog = lazy(async () => ({ default: (await import('./LevelDialog.tsx')).LevelDialog }));

/** The levels of care of the episode, the newest first. A change of level is not a closing. */
export function LevelsSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<LevelShown | 'new' | null>(null);
  const episode = care.episodes.find(({ closedOn }) => closedOn === null) ?? care.episodes[0];
  if (episode === undefined) return null;
  const inCare = episode.closedOn === null;
  return (
    <Panel
      id="levels"
      title={episodesWords.levels.title}
      actions={
        inCare && (
          <Button onClick={() => setOpened('new')}>
            {episode.levels.length === 0 ? episodesWords.levels.first : episodesWords.levels.add}
          </Button>
        )
      }
    >
      {episode.levels.length === 0 ? (
        <Empty>{episodesWords.levels.none}</Empty>
      ) : (
        <SpanTable
          caption={episodesWords.levels.table}
          heads={[episodesWords.levels.level, episodesWords.levels.from, episodesWords.levels.until]}
          rows={episode.levels.toReversed().map((span) => ({
            id: span.id,
            cells: [span.level, dayWithYear(span.from), span.to === null ? '' : dayWithYear(span.to)],
            action: (
              <Button
                tone="quiet"
                aria-label={`${episodesWords.levels.edit}: ${span.level}, ${dayWithYear(span.from)}`}
                onClick={() => setOpened(span)}
              >
                {episodesWords.levels.edit}
              </Button>
            ),
          }))}
        />
      )}
      <Suspense fallback={null}>
        {opened !== null && (
          <LevelDialog
            care={care}
            span={opened === 'new' ? null : (episode.levels.find(({ id }) => id === opened.id) ?? opened)}
            from={episode.levels.length === 0 ? episode.openedOn : care.today}
            onClose={() => setOpened(null)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
