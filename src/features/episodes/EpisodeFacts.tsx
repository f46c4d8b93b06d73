import type { EpisodeShown } from '#contract/episodes-shown.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import styles from './Care.module.css';
import { episodesWords } from './episodes-words.ts';

/** One episode: where the client is in care, since when, and how they came. What isn't recorded is said to be unrecorded. */
export function EpisodeFacts({ episode }: { episode: EpisodeShown }) {
  const { fields } = episodesWords.episode;
  const shown: readonly (readonly [string, string | null])[] = [
    [fields.program, [episode.program, episode.site].filter(Boolean).join(', ')],
    [fields.openedOn, dayWithYear(episode.openedOn)],
    [fields.group, episode.group ?? (episode.closedOn === null ? episodesWords.episode.noGroup : null)],
    [fields.therapist, episode.therapist ?? (episode.closedOn === null ? episodesWords.episode.noTherapist : null)],
    [fields.referredOn, episode.referredOn === null ? null : dayWithYear(episode.referredOn)],
    [fields.referredBy, episode.referredBy],
    [fields.source, episode.admissionSource],
    [fields.substance, episode.primarySubstance],
    ...(episode.closedOn === null
      ? []
      : ([
          [fields.ended, `${dayWithYear(episode.closedOn)}: ${episode.closedBecause ?? episodesWords.notKnown}`],
          ...(episode.linkedTo === null ? [] : [[fields.linked, episode.linkedTo] as const]),
          ...(episode.dischargeNote === null ? [] : [[fields.note, episode.dischargeNote] as const]),
        ] as const)),
  ];
  return (
    <>
      <dl className={styles['facts']}>
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === null ? styles['unknown'] : undefined}>{value ?? episodesWords.notKnown}</dd>
          </div>
        ))}
      </dl>
      {episode.reopenings.length > 0 && (
        <div className={styles['lines']}>
          {episode.reopenings.map((one) => (
            <p key={one.reopenedOn} className={styles['quiet']}>
              {episodesWords.episode.reopened(one.closedOn, one.because, one.reopenedOn, one.by)}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
