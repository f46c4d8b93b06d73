import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { admitOwner, emptyPage } from '#api/page-owner.ts';
import { tellTabs } from '#api/tabs.ts';
import { link } from '#features/identity/link.queries.ts';
import { LinkForm } from '#features/identity/LinkForm.tsx';
import { setUpWords } from '#features/identity/set-up-words.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import styles from '#features/identity/SignIn.module.css';
import { buttonLook } from '#ui/button-look.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

/** Where a one-time link leads. Its token stands after the '#', which no server and no log gets to see. */
export function SetUpPage() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const token = useRouterState({ select: ({ location }) => location.hash });
  const { data: shown, error } = useQuery({ ...link.shown(token), enabled: token !== '' });
  const closed = token === '' || error !== null;

  return (
    <main className={styles['page']} id="main">
      <title>Set up · Cairn</title>
      {closed && (
        <div className={styles['form']}>
          <h1 className={styles['title']}>{setUpWords.closedTitle}</h1>
          {error !== null && (
            <p className={styles['note']} role="alert">
              {error.message}
            </p>
          )}
          <Link to="/" className={buttonLook('plain', 'field')}>
            {setUpWords.toSignIn}
          </Link>
        </div>
      )}
      {!closed && shown === undefined && <Skeleton what={setUpWords.waiting} rows={4} />}
      {!closed && shown !== undefined && (
        <LinkForm
          token={token}
          {...shown}
          onEntered={(me) => {
            // Whoever was signed in at this browser before leaves nothing behind.
            emptyPage(cache);
            admitOwner(cache, me.staffId);
            tellTabs({ kind: 'entered', staffId: me.staffId });
            cache.setQueryData(signIn.me().queryKey, me);
            void navigate({ to: me.home, replace: true });
          }}
        />
      )}
    </main>
  );
}
