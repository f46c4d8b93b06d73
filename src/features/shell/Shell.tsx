import { Link, useLocation } from '@tanstack/react-router';
import CalendarDays from 'lucide-react/icons/calendar-days';
import ChartLine from 'lucide-react/icons/chart-line';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import FlaskConical from 'lucide-react/icons/flask-conical';
import FileInput from 'lucide-react/icons/file-input';
import ListTodo from 'lucide-react/icons/list-todo';
import Lock from 'lucide-react/icons/lock';
import Users from 'lucide-react/icons/users';
import type { ReactNode } from 'react';
import type { Me } from '#contract/identity.ts';
import { BottomTabs } from '#ui/BottomTabs.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { LiveRegion } from '#ui/LiveRegion.tsx';
import { Logo } from '#ui/Logo.tsx';
import type { NavigationItem } from '#ui/navigation.ts';
import { Rail } from '#ui/Rail.tsx';
import { SkipLink } from '#ui/SkipLink.tsx';
import { navigationNames, shellWords } from './shell-words.ts';
import styles from './Shell.module.css';
import { useOnline } from '#ui/useOnline.ts';

const icons = { today: ListTodo, clients: Users, sessions: CalendarDays, lab: FlaskConical, cohort: ChartLine, imports: FileInput };

type ShellProps = { me: Me; onLock: () => void; onLeave: () => void; children: ReactNode };

export function Shell({ me, onLock, onLeave, children }: ShellProps) {
  const { pathname } = useLocation();
  const online = useOnline();
  const items = me.pages.map((id): NavigationItem => {
    const Icon = icons[id];
    return {
      id,
      label: navigationNames[id],
      icon: <Icon size={20} strokeWidth={1.5} aria-hidden="true" />,
      current: pathname.startsWith(`/${id}`),
      render: (look) => <Link to={`/${id}`} {...look} />,
    };
  });
  const badge = me.organization.synthetic ? shellWords.demo : undefined;
  const foot: NavigationItem[] = [
    {
      id: 'lock',
      label: shellWords.lock,
      icon: <Lock size={20} strokeWidth={1.5} aria-hidden="true" />,
      current: false,
      render: ({ children: face, className }) => (
        <button type="button" className={className} onClick={onLock}>
          {face}
        </button>
      ),
    },
    {
      id: 'leave',
      label: me.name,
      icon: <CircleUserRound size={20} strokeWidth={1.5} aria-hidden="true" />,
      current: false,
      render: ({ children: face, className }) => (
        <button
          type="button"
          className={className}
          title={shellWords.signOut}
          aria-label={`${me.name}. ${shellWords.signOut}`}
          onClick={onLeave}
        >
          {face}
        </button>
      ),
    },
  ];

  return (
    <div className={styles['shell']}>
      <SkipLink to="main">{shellWords.skip}</SkipLink>
      <div className={styles['rail']}>
        <Rail label={shellWords.items} logo={<Logo />} items={items} foot={foot} badge={badge} />
      </div>
      <header className={styles['bar']} data-print="never">
        <Logo wide />
        {badge !== undefined && <span className={styles['badge']}>{badge}</span>}
        <IconButton tone="quiet" label={shellWords.lock} icon={<Lock size={20} aria-hidden="true" />} onClick={onLock} />
        <IconButton
          tone="quiet"
          label={`${me.name}. ${shellWords.signOut}`}
          icon={<CircleUserRound size={20} aria-hidden="true" />}
          onClick={onLeave}
        />
      </header>
      <main id="main" className={styles['main']} tabIndex={-1}>
        {badge !== undefined && <p className={styles['printed']}>{shellWords.printedDemo}</p>}
        {!online && <p className={styles['offline']}>{shellWords.offline}</p>}
        {children}
      </main>
      <div className={styles['tabs']}>
        <BottomTabs label={shellWords.items} items={items} />
      </div>
      <LiveRegion />
    </div>
  );
}
