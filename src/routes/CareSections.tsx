import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AuthorizationsSection } from '#features/episodes/authorizations/AuthorizationsSection.tsx';
import { TherapistSection } from '#features/coverage/TherapistSection.tsx';
import { episodes } from '#features/episodes/episodes.queries.ts';
import styles from '#features/episodes/Care.module.css';
import { EpisodeSection } from '#features/episodes/EpisodeSection.tsx';
import { HoursSection } from '#features/episodes/HoursSection.tsx';
import { LeavesSection } from '#features/episodes/LeavesSection.tsx';
import { LevelsSection } from '#features/episodes/LevelsSection.tsx';
import { MedicationsSection } from '#features/medications/MedicationsSection.tsx';
import { medicationsWords } from '#features/medications/medications-words.ts';
import { ReadingReviews } from '#features/medications/ReadingReviews.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { buttonLook } from '#ui/button-look.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

/** Where a client is in care, in sections that are each changed on their own. One question asks for all of them. */
export function CareSections({ clientId }: { clientId: string }) {
  const { data: care, error, refetch } = useQuery(episodes.ofClient(clientId));
  const { data: me } = useQuery(signIn.me());
  if (care === undefined)
    return error === null ? (
      <Skeleton what="this client’s care" rows={5} rowHeight={64} />
    ) : (
      <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>
    );
  // Before the first episode there is nobody to answer for the client, and nothing that could be prescribed.
  const begun = care.episodes.length > 0;
  return (
    <>
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      <EpisodeSection care={care} />
      <ReadingReviews care={care} />
      {begun && (
        <>
          <TherapistSection care={care} me={me?.staffId ?? null} />
          <div className={styles['two']}>
            <LevelsSection care={care} />
            <HoursSection care={care} />
          </div>
          <LeavesSection care={care} />
        </>
      )}
      <AuthorizationsSection care={care} />
      <MedicationsSection
        care={care}
        map={
          <Link className={buttonLook('quiet')} to="/expectations">
            {medicationsWords.map.link}
          </Link>
        }
      />
    </>
  );
}
