import { type Locale, locale } from '../i18n';

export function region(language: Locale): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB';
}

/** A calendar day (2026-11-23): the same day everywhere, so no time zone may touch it. */
export function day(date: string): string {
  return new Intl.DateTimeFormat(region(locale.value), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** A moment, in the reader's own time zone. */
export function moment(instant: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(region(locale.value), {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
}

/** The calendar day of a moment, as the contract and date fields write it. */
export function dayOf(instant: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
