import { hourNumber } from '#domain/attendance/words.ts';
import { dayWords } from '#domain/calendar/words.ts';
import type { GoodNews } from './order.ts';

const level = (value: number): string => (value > 0 ? `+${value}` : String(value));

/** What goes on behind a client's name: 'hours met 4 weeks running.' */
export function goodNewsSummary(news: GoodNews): string {
  switch (news.kind) {
    case 'criteria-met':
      return `meets ${news.met} of ${news.of} phase ${news.phase} criteria.`;
    case 'goal-up':
      return `goal ${news.number}, ${news.title}, from ${level(news.from)} to ${level(news.to)}.`;
    case 'screens-expected':
      return `${news.expected} of the last ${news.of} screens as expected. Worth saying out loud.`;
    case 'hours-met':
      return `hours met ${news.weeks} weeks running.`;
    case 'back-in-contact': {
      const { lastWeek } = news;
      const hours = lastWeek === null ? '' : `${hourNumber(lastWeek.delivered)} of ${hourNumber(lastWeek.prescribed)} h last week, `;
      return `back after lost contact: ${hours}first visit ${dayWords(news.on)}.`;
    }
  }
  news satisfies never;
}
