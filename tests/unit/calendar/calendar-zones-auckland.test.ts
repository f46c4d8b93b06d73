import { calendarHoldsOn } from './calendar-zones.ts';

calendarHoldsOn('Pacific/Auckland');
