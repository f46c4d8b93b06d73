import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { Select } from '#ui/Select.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import type { Whose } from './caseload.queries.ts';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

type TodayToolsProps = {
  filter: RefObject<HTMLInputElement | null>;
  whose: Whose;
  text: string;
  stamp: string;
  stale: boolean;
  onRetry: () => void;
  onWhose: (whose: Whose) => void;
  onText: (text: string) => void;
  onOrder: () => void;
};

export function TodayTools({ filter, whose, text, stamp, stale, onRetry, onWhose, onText, onOrder }: TodayToolsProps) {
  return (
    <div className={styles['tools']}>
      <Select aria-label={todayWords.whose} value={whose} onChange={(event) => onWhose(event.target.value === 'team' ? 'team' : 'me')}>
        <option value="me">{todayWords.mine}</option>
        <option value="team">{todayWords.team}</option>
      </Select>
      <TextInput
        ref={filter}
        type="search"
        aria-label={todayWords.filterLabel}
        placeholder={`${todayWords.filter}  /`}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <span className={styles['stamp']}>
        <Stamp parts={stale ? [stamp] : [stamp, todayWords.live]} stale={stale} onRetry={onRetry} />
        <button type="button" className={styles['link']} onClick={onOrder}>
          {todayWords.whyOrder}
        </button>
        <Link to="/coverage" className={styles['link']}>
          {todayWords.coverage}
        </Link>
      </span>
    </div>
  );
}
