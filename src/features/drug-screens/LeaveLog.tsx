import { LeaveUnsaved } from '#ui/LeaveUnsaved.tsx';
import { signingWords } from './signing-words.ts';

type LeaveLogProps = { count: number; onLeave: () => void; onStay: () => void };

/** Asked before a page with unsigned rows is left. */
export function LeaveLog({ count, onLeave, onStay }: LeaveLogProps) {
  const { leaving: title, leave, stay } = signingWords;
  return <LeaveUnsaved words={{ title, why: signingWords.leavingWhy(count), leave, stay }} onLeave={onLeave} onStay={onStay} />;
}
