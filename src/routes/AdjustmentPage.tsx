import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { hasDrafts, useDraft } from '#api/drafts.ts';
import { draftKey } from '#features/adjustments/adjustment-draft.ts';
import { adjustmentsWords } from '#features/adjustments/adjustments-words.ts';
import { adjustments } from '#features/adjustments/adjustments.queries.ts';
import { AdjustmentSheet } from '#features/adjustments/AdjustmentSheet.tsx';
import { LeaveDialog } from '#features/adjustments/LeaveDialog.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

const route = getRouteApi('/clients/$clientId/adjustments/$adjustmentId');

/** One care-plan adjustment. What was typed and not stored warns before it is left. */
export function AdjustmentPage() {
  const { clientId, adjustmentId } = route.useParams();
  const navigate = route.useNavigate();
  const { data: page, error, refetch } = useQuery(adjustments.one(clientId, adjustmentId));
  const { draft } = useDraft(draftKey(adjustmentId));
  // Signing out forgets drafts before it leaves, and asks nothing.
  const unsaved = () => draft !== null && hasDrafts();
  const leaving = useBlocker({ shouldBlockFn: unsaved, enableBeforeUnload: unsaved, withResolver: true });

  const begun = draft !== null;

  // The dialog that warns is fetched while there is a network: it is needed most when there is none.
  useEffect(() => {
    if (begun) void import('#ui/Dialog.tsx').catch(() => undefined);
  }, [begun]);

  if (page === undefined) {
    if (error !== null) throw error;
    return <Skeleton what={adjustmentsWords.loading} rows={6} rowHeight={88} />;
  }
  return (
    <>
      <title>{adjustmentsWords.pageTitle}</title>
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      <AdjustmentSheet
        page={page}
        onClose={() => void navigate({ to: '/clients/$clientId', params: { clientId } })}
        onOpen={(other) => void navigate({ to: '/clients/$clientId/adjustments/$adjustmentId', params: { clientId, adjustmentId: other } })}
      />
      {leaving.status === 'blocked' && <LeaveDialog onStay={leaving.reset} onLeave={leaving.proceed} />}
    </>
  );
}
