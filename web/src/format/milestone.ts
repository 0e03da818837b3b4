import type { components } from '../api/schema';
import { t, word } from '../i18n';
import { day } from './dates';

/** What an instalment is due at; `months` and `day` complete what needs it. */
export interface Due {
  milestone: components['schemas']['Milestone'];
  months?: number;
  day?: string;
}

/** A milestone in words that follow an amount: "on the first working day". */
export function milestone(due: Due): string {
  if (due.milestone === 'months-in-service') {
    return due.months === 1
      ? t('milestone.month-in-service')
      : t('milestone.months-in-service', { months: due.months ?? 0 });
  }
  if (due.milestone === 'on-day') {
    return t('milestone.on-day', { day: due.day ? day(due.day) : '' });
  }
  return word('milestone', due.milestone);
}
