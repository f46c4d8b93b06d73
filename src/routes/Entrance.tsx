import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { signIn as signInContract } from '#contract/identity.ts';
import { call, Refused } from '#api/client.ts';
import { forgetDrafts } from '#api/drafts.ts';
import { Shell } from '#features/shell/Shell.tsx';
import { IdleGuard } from '#features/identity/IdleGuard.tsx';
import { LockScreen } from '#features/identity/LockScreen.tsx';
import { signInWords } from '#features/identity/sign-in-words.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { SignInForm } from '#features/identity/SignInForm.tsx';
import { announce } from '#ui/announcements.ts';
import { Unavailable } from '#ui/Unavailable.tsx';
import { useChangePolling } from './useChangePolling.ts';

/** Who is here decides what is in the document: the form to sign in, the lock, or the page. */
export function Entrance() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const atEntrance = useRouterState({ select: ({ location }) => location.pathname === '/' });
  const settingUp = useRouterState({ select: ({ location }) => location.pathname === '/set-up' });
  const { data: me, error, refetch } = useQuery({ ...signIn.me(), enabled: !settingUp });
  const [lockedHere, setLockedHere] = useState(false);
  const code = error instanceof Refused ? error.code : null;
  const locked = lockedHere || code === 'locked';
  const inside = !settingUp && me !== undefined && code !== 'signed-out' && !locked;
  useChangePolling(inside);

  const lock = useCallback(() => {
    setLockedHere(true);
    // The server locks by its own clock too, so a lost connection leaves nothing open.
    void call(signInContract.lock, {}).catch(() => undefined);
  }, []);

  // The address at the door has no page of its own: each role goes to where its day starts.
  useEffect(() => {
    if (inside && atEntrance) void navigate({ to: me.home, replace: true });
  }, [inside, atEntrance, me, navigate]);

  // A page that comes back from the browser's memory may belong to somebody who has left.
  useEffect(() => {
    const ask = (event: PageTransitionEvent) => void (event.persisted && window.location.reload());
    window.addEventListener('pageshow', ask);
    return () => window.removeEventListener('pageshow', ask);
  }, []);

  const leave = async () => {
    const left = await call(signInContract.leave, {}).then(
      () => true,
      () => false,
    );
    // A session that could not be ended is locked, so that nobody else goes on in it.
    if (!left) {
      setLockedHere(true);
      return;
    }
    forgetDrafts();
    announce('');
    cache.clear();
    await refetch();
    // Only once nobody is inside: until then the lock stays, and the door would lead back in.
    setLockedHere(false);
    await navigate({ to: '/', replace: true });
  };

  if (settingUp) return <Outlet />;
  if (locked) {
    const title = lockedHere ? signInWords.lockedByYou : signInWords.locked(me?.idleMinutes ?? 10);
    return (
      <>
        <title>Locked</title>
        <LockScreen
          name={me?.name ?? null}
          title={title}
          onLeave={() => void leave()}
          onUnlocked={() => {
            setLockedHere(false);
            void refetch();
          }}
        />
      </>
    );
  }
  if (code === 'signed-out') return <SignInForm onEntered={(entered) => cache.setQueryData(signIn.me().queryKey, entered)} />;
  if (me === undefined) return error === null ? null : <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>;
  return (
    <Shell me={me} onLock={lock} onLeave={() => void leave()}>
      <Outlet />
      <IdleGuard minutes={me.idleMinutes} onOver={lock} />
    </Shell>
  );
}
