import { focusManager, useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { signIn as signInContract, type Me } from '#contract/identity.ts';
import { everythingAgain, forgetFailures } from '#api/cache.ts';
import { call, Refused } from '#api/client.ts';
import { admitOwner, emptyPage, pageOwner } from '#api/page-owner.ts';
import { hearTabs, tellTabs } from '#api/tabs.ts';
import { Shell } from '#features/shell/Shell.tsx';
import { IdleGuard } from '#features/identity/IdleGuard.tsx';
import { LockScreen } from '#features/identity/LockScreen.tsx';
import { signInWords } from '#features/identity/sign-in-words.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { SignInForm } from '#features/identity/SignInForm.tsx';
import { announce } from '#ui/announcements.ts';
import { KeptPage } from '#ui/KeptPage.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { useChangePolling } from './useChangePolling.ts';

const meKey = { queryKey: signIn.me().queryKey };

/** Who is here decides what is in the document: the form to sign in, the lock, or the page. */
export function Entrance() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const atEntrance = useRouterState({ select: ({ location }) => location.pathname === '/' });
  const settingUp = useRouterState({ select: ({ location }) => location.pathname === '/set-up' });
  const { data: me, error, refetch } = useQuery({ ...signIn.me(), enabled: !settingUp });
  const [lockedHere, setLockedHere] = useState(false);
  const [endedElsewhere, setEndedElsewhere] = useState(false);
  const code = error instanceof Refused ? error.code : null;
  const over = code === 'signed-out';
  const locked = !over && (lockedHere || code === 'locked');
  const inside = !settingUp && me !== undefined && !over && !locked && !endedElsewhere;
  const away = me !== undefined && !inside;
  useChangePolling(inside);

  const lock = useCallback(() => {
    setLockedHere(true);
    tellTabs({ kind: 'locked' });
    // The server locks by its own clock too, so a lost connection leaves nothing open.
    void call(signInContract.lock, {}).catch(() => undefined);
  }, []);

  /** Everything of whoever was here goes before it is asked who is here now. */
  const empty = useCallback(async () => {
    emptyPage(cache);
    announce('');
    await cache.resetQueries(meKey);
    setLockedHere(false);
  }, [cache]);

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

  // A page that nobody sees asks nothing: its session would only refuse.
  useEffect(() => {
    focusManager.setFocused(away ? false : undefined);
    return () => focusManager.setFocused(undefined);
  }, [away]);

  // The tabs of a browser share one session: what ends it in one ends it in all, at once and not at their next question.
  useEffect(() => {
    if (over && me !== undefined && !endedElsewhere) tellTabs({ kind: 'ended' });
  }, [over, me, endedElsewhere]);
  useEffect(
    () =>
      hearTabs((news) => {
        const another = news.kind === 'entered' && pageOwner() !== null && news.staffId !== pageOwner();
        if (news.kind === 'left' || another) void empty();
        else if (news.kind === 'locked') setLockedHere(true);
        else {
          if (news.kind === 'ended') setEndedElsewhere(true);
          else setLockedHere(false);
          void refetch().finally(() => setEndedElsewhere(false));
        }
      }),
    [empty, refetch],
  );

  const enter = (entered: Me) => {
    const replaced = admitOwner(cache, entered.staffId);
    forgetFailures(cache);
    tellTabs({ kind: 'entered', staffId: entered.staffId });
    cache.setQueryData(meKey.queryKey, entered);
    setLockedHere(false);
    if (replaced) void navigate({ to: '/', replace: true, ignoreBlocker: true });
    else void everythingAgain(cache);
  };

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
    tellTabs({ kind: 'left' });
    // Only once nobody is inside the lock goes: until then the door would lead back in.
    await empty();
    await navigate({ to: '/', replace: true, ignoreBlocker: true });
  };

  if (settingUp) return <Outlet />;
  if (me === undefined && error !== null && !locked && !over)
    return <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>;
  return (
    <>
      {locked && (
        <>
          <title>Locked</title>
          <LockScreen
            name={me?.name ?? null}
            title={lockedHere ? signInWords.lockedByYou : signInWords.locked(me?.idleMinutes ?? 10)}
            kept={me !== undefined}
            onLeave={() => void leave()}
            onUnlocked={enter}
          />
        </>
      )}
      {over && <SignInForm keptFor={me?.name ?? null} onEntered={enter} />}
      {me !== undefined && (
        <KeptPage key={me.staffId} shown={inside}>
          <Shell me={me} onLock={lock} onLeave={() => void leave()}>
            <Outlet />
            {inside && <IdleGuard minutes={me.idleMinutes} onOver={lock} />}
          </Shell>
        </KeptPage>
      )}
    </>
  );
}
