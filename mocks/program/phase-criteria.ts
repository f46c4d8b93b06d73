import type { StoredCriterion } from '#server/database/tables/clients.ts';

export const phaseNames = ['Stabilise', 'Build', 'Strengthen', 'Step down'] as const;

type Requested = Omit<StoredCriterion, 'metOn'>;

const measured = (label: string, kind: Extract<Requested['kind'], `measured-${string}`>, needed: number): Requested => ({ label, kind, needed });
const recorded = (label: string): Requested => ({ label, kind: 'recorded', needed: null });
const attested = (label: string): Requested => ({ label, kind: 'attested', needed: null });

/** What each phase asks for. What is recorded or ticked by a person comes last; nothing counts a test. */
const requested: readonly (readonly Requested[])[] = [
  [
    measured('3 weeks in the phase', 'measured-weeks', 3),
    measured('75% of prescribed hours over 4 weeks', 'measured-hours', 75),
    recorded('Treatment plan signed together'),
    recorded('Safety plan current'),
    recorded('Naloxone and overdose talk recorded'),
    attested('Every result was responded to'),
  ],
  [
    measured('5 weeks in the phase', 'measured-weeks', 5),
    measured('80% of prescribed hours over 4 weeks', 'measured-hours', 80),
    measured('2 goals at 0 or better', 'measured-goals', 2),
    recorded('Safety plan current'),
    attested('Return-to-use prevention plan written and practised'),
  ],
  [
    measured('4 weeks in the phase', 'measured-weeks', 4),
    measured('85% of prescribed hours over 4 weeks', 'measured-hours', 85),
    measured('2 goals at 0 or better', 'measured-goals', 2),
    recorded('Support people named and reached'),
    attested('Every result was responded to'),
    attested('A plan for free weekends, tried twice'),
  ],
  [
    measured('4 weeks in the phase', 'measured-weeks', 4),
    measured('2 goals at 0 or better', 'measured-goals', 2),
    recorded('Continuing-care plan written'),
    recorded('Next appointment after the program booked'),
    attested('Crisis plan gone through together'),
  ],
];

export const criterionFor = (phase: number): readonly Requested[] => requested[phase - 1] ?? [];
