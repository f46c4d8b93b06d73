import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addPerson } from './add-person.command.ts';
import { bookMakeUp } from './book-make-up.command.ts';
import { findPerson } from './find-person.query.ts';
import { makeUpOffers } from './make-up-offers.query.ts';
import { record } from './record-attendance.command.ts';
import { removePerson } from './remove-person.command.ts';
import { roster } from './roster.query.ts';

/** Who was where and for how long, as the people in the room record it. */
export const attendance: ProceduresOf<Contract['attendance']> = { roster, record, findPerson, addPerson, removePerson };

/** What makes up for a missed session: endpoints of sessions that are about attendance. */
export const makeUps: Pick<ProceduresOf<Contract['sessions']>, 'makeUpOffers' | 'bookMakeUp'> = { makeUpOffers, bookMakeUp };
