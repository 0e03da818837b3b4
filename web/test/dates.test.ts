import { beforeEach, describe, expect, it } from 'vitest';
import { day, dayOf, moment } from '../src/format/dates';
import { choose } from '../src/i18n';

describe('dates', () => {
  beforeEach(async () => {
    await choose('en');
  });

  it('shows a calendar day as that day, whatever the time zone here', async () => {
    expect(day('2026-03-01')).toBe('1 March 2026');
    await choose('nl');
    expect(day('2028-02-29')).toBe('29 februari 2028');
  });

  it('shows a moment in a time zone, summer and winter', () => {
    expect(moment('2026-03-29T00:59:00Z', 'Europe/Amsterdam')).toBe('29 March 2026 at 01:59');
    expect(moment('2026-03-29T01:00:00Z', 'Europe/Amsterdam')).toBe('29 March 2026 at 03:00');
    expect(moment('2026-10-25T01:00:00Z', 'Europe/Amsterdam')).toBe('25 October 2026 at 02:00');
  });

  it('knows on which day a moment falls', () => {
    expect(dayOf(new Date('2026-12-31T23:30:00Z'), 'Europe/Amsterdam')).toBe('2027-01-01');
    expect(dayOf(new Date('2026-12-31T23:30:00Z'), 'America/New_York')).toBe('2026-12-31');
  });
});
