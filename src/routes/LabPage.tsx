import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { drugScreens } from '#features/drug-screens/drug-screens.queries.ts';
import { labWords } from '#features/drug-screens/lab-words.ts';
import { LabQueue } from '#features/drug-screens/LabQueue.tsx';
import styles from '#features/drug-screens/Lab.module.css';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

const choices = ['sent', 'presumptive'] as const;

/** Specimens that wait for a laboratory, and the way to enter what it found. */
export function LabPage() {
  const [which, setWhich] = useState<(typeof choices)[number]>('sent');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(drugScreens.labQueue(which));
  const specimens = data?.pages.flatMap((page) => page.specimens) ?? [];
  return (
    <>
      <title>Lab results · Cairn</title>
      <PageHeader
        eyebrow={data === undefined ? ' ' : labWords.found(specimens.length, hasNextPage)}
        title={labWords.title}
        below={labWords.below}
      />
      <div className={styles['tools']}>
        <SegmentedControl
          label={labWords.which}
          segments={choices.map((value) => ({ value, label: labWords[value], current: value === which }))}
          onChoose={(value) => setWhich(choices.find((choice) => choice === value) ?? which)}
        />
      </div>
      {data === undefined && error === null && <Skeleton what="specimens" rows={6} />}
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data !== undefined && specimens.length === 0 && <Empty>{labWords.empty[which]}</Empty>}
      {data !== undefined && <LabQueue specimens={specimens} />}
      {hasNextPage && <ShowMore shown={specimens.length} total={null} isPending={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}
