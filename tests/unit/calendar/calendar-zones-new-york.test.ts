import { calendarHoldsOn } from './calendar-zones.ts';

calendarHoldsOn('America/New_York');
