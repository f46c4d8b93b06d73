import { useQuery } from '@tanstack/react-query';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { reviews } from './reviews.queries.ts';
import { reviewsWords } from './reviews-words.ts';
import { PastReviews } from './PastReviews.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { useReview } from './useReview.ts';

type ReviewDialogProps = {
  clientId: string;
  name: string;
  /** What the form starts at, as 'goal <id>'; null where the person chooses. */
  about: string | null;
  onClose: () => void;
};

/** Looks at one thing again with the client, and signs that somebody did. It clears what Today says of it. */
export function ReviewDialog({ clientId, name, about, onClose }: ReviewDialogProps) {
  const { data: page, error, refetch } = useQuery(reviews.ofClient(clientId));
  const review = useReview({ clientId, page, about, onSigned: onClose });
  return (
    <DialogLater
      open
      onClose={onClose}
      title={reviewsWords.title(name)}
      closeLabel={reviewsWords.close}
      actions={
        <Button
          tone="primary"
          size="field"
          disabled={page === undefined || page.reviewables.length === 0 || review.isSigning}
          onClick={review.sign}
        >
          {review.isSigning ? reviewsWords.signing : reviewsWords.sign}
        </Button>
      }
    >
      {page === undefined && error === null && <Skeleton what={reviewsWords.waiting} rows={5} />}
      {page === undefined && error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {page?.reviewables.length === 0 && <Empty>{reviewsWords.nothing}</Empty>}
      {page !== undefined && page.reviewables.length > 0 && <ReviewForm page={page} review={review} />}
      {page !== undefined && page.past.length > 0 && <PastReviews past={page.past} />}
    </DialogLater>
  );
}
