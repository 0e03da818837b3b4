import { describe, expect, it } from 'vitest';
import type { Payout } from '../src/api/types';
import { read as readPayout } from '../src/pages/finance';
import { idFor } from '../src/pages/programme';
import { read as readReferral } from '../src/pages/Refer';

const typed = (values: Record<string, string>) => (field: string) => values[field] ?? '';
const least = { vacancyId: 'java-engineer', 'candidate.name': 'Sam', 'candidate.email': 'sam@example.com' };

describe('a referral', () => {
  it('needs three fields and sends no empty ones', () => {
    expect(readReferral(typed(least))).toEqual({
      body: { vacancyId: 'java-engineer', candidate: { name: 'Sam', email: 'sam@example.com' } },
      errors: [],
    });
  });

  it('names all that is missing', () => {
    expect(readReferral(typed({})).errors.map((error) => error.field)).toEqual([
      'vacancyId',
      'candidate.name',
      'candidate.email',
    ]);
  });

  it('sends what was added, the fit as a number', () => {
    const { body } = readReferral(
      typed({ ...least, fit: '4', relation: 'project', 'candidate.language': 'nl' }),
    );
    expect(body).toMatchObject({ fit: 4, relation: 'project', candidate: { language: 'nl' } });
  });

  it('sees at once what is surely no address', () => {
    const { errors } = readReferral(typed({ ...least, 'candidate.email': 'sam' }));
    expect(errors).toEqual([{ field: 'candidate.email', code: 'format', message: '' }]);
  });
});

describe('a confirmation', () => {
  const payout = { amount: { amount: '1000.00', currency: 'EUR' } } as Payout;

  it('sends the decimal of the contract, however it was typed', () => {
    const { body, errors } = readPayout(
      typed({ paidOn: '2026-05-20', amount: '1.000,00', reference: 'RF-1-1' }),
      payout,
    );
    expect(errors).toEqual([]);
    expect(body.amount).toEqual({ amount: '1000.00', currency: 'EUR' });
  });

  it('sends no amount that cannot be read', () => {
    const { errors } = readPayout(
      typed({ paidOn: '2026-05-20', amount: 'ten', reference: 'RF-1-1' }),
      payout,
    );
    expect(errors).toEqual([{ field: 'amount', code: 'format', message: '' }]);
  });
});

describe('the id of a new vacancy', () => {
  it('is made of its title and never one that is taken', () => {
    expect(idFor('Ingénieur Java (m/v)', [])).toBe('ingenieur-java-m-v');
    expect(idFor('Tester', ['tester', 'tester-2'])).toBe('tester-3');
    expect(idFor('工程师', [])).toBe('vacancy');
  });
});
