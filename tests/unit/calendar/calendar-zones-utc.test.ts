import { calendarHoldsOn } from './calendar-zones.ts';

calendarHoldsOn('UTC');
