import { expect, it } from 'vitest';
import { isLate } from '../src/pages/finance';

const payout = { state: 'released' as const, promisedOn: '2026-05-29' };

it('calls a payout late from the day after the one that was promised', () => {
  expect(isLate(payout, '2026-05-29')).toBe(false);
  expect(isLate(payout, '2026-05-30')).toBe(true);
});

it('calls nothing late that is paid, or that has no promised day', () => {
  expect(isLate({ ...payout, state: 'paid' }, '2026-05-30')).toBe(false);
  expect(isLate({ ...payout, promisedOn: null }, '2026-05-30')).toBe(false);
});
