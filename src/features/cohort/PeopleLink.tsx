import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CountedPart } from '#contract/cohort.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { CohortFilter } from './cohort.queries.ts';

type PeopleLinkProps = {
  measure: MeasureKind;
  filter: CohortFilter;
  /** The days whose rows the number counts. */
  span: { readonly from: string; readonly to: string } | null;
  counted?: CountedPart;
  className?: string | undefined;
  children: ReactNode;
};

/** A number that opens the list it counts: the same days, the same filters, the same side of the rule. */
export function PeopleLink({ measure, filter: { site, program }, span, counted = 'counted', className, children }: PeopleLinkProps) {
  const where = { ...(site === undefined ? {} : { site }), ...(program === undefined ? {} : { program }) };
  return (
    <Link
      className={className}
      to="/cohort/$measure/people"
      params={{ measure }}
      search={{ ...(span === null ? {} : { from: span.from, to: span.to }), ...where, counted }}
    >
      {children}
    </Link>
  );
}
