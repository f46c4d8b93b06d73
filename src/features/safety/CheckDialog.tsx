import { useQuery } from '@tanstack/react-query';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { CheckForm } from './CheckForm.tsx';
import { ClosedConcerns } from './ClosedConcerns.tsx';
import { safetyConcerns } from './safety-concerns.queries.ts';
import { safetyWords } from './safety-concerns-words.ts';
import { useCheck } from './useCheck.ts';

type CheckDialogProps = { clientId: string; name: string; zone: string; onClose: () => void };

const { check: words } = safetyWords;

/** Closes open concerns with a signed statement of what was done. */
export function CheckDialog({ clientId, name, zone, onClose }: CheckDialogProps) {
  const { data, error, refetch } = useQuery(safetyConcerns.ofClient(clientId));
  const open = data?.concerns.filter(({ closed }) => closed === null) ?? [];
  const past = data?.concerns.filter(({ closed }) => closed !== null) ?? [];
  const check = useCheck({ clientId, name, zone, open, onSigned: onClose });
  return (
    <DialogLater
      open
      onClose={onClose}
      title={words.title(name)}
      closeLabel={safetyWords.close}
      actions={
        <Button tone="primary" size="field" disabled={open.length === 0 || check.isSigning} onClick={check.sign}>
          {check.isSigning ? words.signing : words.sign}
        </Button>
      }
    >
      {data === undefined && error === null && <Skeleton what={safetyWords.waiting} rows={4} />}
      {data === undefined && error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data !== undefined && open.length === 0 && <Empty>{words.none}</Empty>}
      {open.length > 0 && <CheckForm open={open} check={check} zone={zone} />}
      {past.length > 0 && <ClosedConcerns past={past} zone={zone} />}
    </DialogLater>
  );
}
