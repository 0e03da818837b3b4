import { describe, expect, it } from 'vitest';
import { parse, to } from '../src/routes';

describe('routes', () => {
  it.each([
    ['', 'vacancies', {}],
    ['#/', 'vacancies', {}],
    ['#/refer/java-engineer', 'refer', { vacancyId: 'java-engineer' }],
    ['#/referrals', 'referrals', {}],
    ['#/referrals/', 'referrals', {}],
    ['#/referrals/01JQ8Z6V', 'referral', { id: '01JQ8Z6V' }],
    ['#/invitation/MDFKUThaNlY3_-', 'invitation', { token: 'MDFKUThaNlY3_-' }],
    ['#/worklist', 'worklist', {}],
    ['#/work/R1', 'work', { id: 'R1' }],
    ['#/entries/new', 'entry', {}],
    ['#/entries/new/R1', 'entry', { id: 'R1' }],
    ['#/payouts', 'payouts', {}],
    ['#/payouts/R1-1', 'payout', { id: 'R1-1' }],
    ['#/payouts/state/paid', 'payoutsIn', { state: 'paid' }],
    ['#/programme/vacancies', 'vacancy', {}],
    ['#/terms?from=mail', 'terms', {}],
    ['#/nowhere', 'unknown', {}],
    ['#/referrals/a/b', 'unknown', {}],
    ['#/refer/%E0%A4%A', 'unknown', {}],
  ])('%s is %s', (hash, page, params) => {
    expect(parse(hash)).toEqual({ page, params });
  });

  it('come back from the links made for them', () => {
    expect(to('entry')).toBe('#/entries/new');
    expect(parse(to('refer', { vacancyId: 'a/b c' }))).toEqual({
      page: 'refer',
      params: { vacancyId: 'a/b c' },
    });
  });
});
