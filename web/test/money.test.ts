import { beforeEach, describe, expect, it } from 'vitest';
import { money, readAmount, roundMoney, total, typedAmount, worth } from '../src/format/money';
import { choose } from '../src/i18n';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  beforeEach(async () => {
    await choose('en');
  });

  it('shows cents, in the way of the language', async () => {
    expect(money(eur('1000.00'))).toBe('€1,000.00');
    await choose('nl');
    expect(plain(money(eur('1000.50')))).toBe('€ 1.000,50');
  });

  it('leaves out cents that are none in headlines, and only then', () => {
    expect(roundMoney(eur('2000.00'))).toBe('€2,000');
    expect(roundMoney(eur('2000.05'))).toBe('€2,000.05');
  });

  it('shows an amount that no binary fraction can hold', () => {
    expect(money(eur('9007199254740993.07'))).toBe('€9,007,199,254,740,993.07');
  });

  it('fills in an amount as people type it, and reads it back', async () => {
    expect(typedAmount('1000.50')).toBe('1000.50');
    await choose('nl');
    expect(typedAmount('1000.50')).toBe('1000,50');
    expect(readAmount('1000,50')).toBe('1000.50');
  });

  it('adds to the cent', () => {
    expect(total([eur('0.10'), eur('0.20')])).toEqual(eur('0.30'));
    expect(total([eur('333.33'), eur('333.33'), eur('333.34')])).toEqual(eur('1000.00'));
  });

  it('names a reward that is no money, with how many where it is not one', async () => {
    const benefit = {
      kind: 'days-off' as const,
      quantity: 2,
      description: { nl: 'vrije dag', en: 'day off' },
    };
    await choose('en');
    expect(worth({ amount: eur('0.00'), benefit })).toBe('2 × day off');
    await choose('nl');
    expect(worth({ amount: eur('0.00'), benefit: { ...benefit, quantity: 1 } })).toBe('vrije dag');
    expect(worth({ amount: eur('5.00') })).toBe(money(eur('5.00')));
  });

  it('adds nothing that does not belong together', () => {
    expect(total([])).toBeUndefined();
    expect(total([eur('1.00'), { amount: '1.00', currency: 'USD' }])).toBeUndefined();
    expect(() => total([eur('1,00')])).toThrow(RangeError);
  });

  it.each([
    ['1000', '1000.00'],
    ['1000.5', '1000.50'],
    ['1000,50', '1000.50'],
    ['1.000,50', '1000.50'],
    ['1,000.50', '1000.50'],
    ['1.000', '1000.00'],
    ['€ 1.000,00', '1000.00'],
    ['EUR 750', '750.00'],
    ['0.05', '0.05'],
    ['007', '7.00'],
  ])('reads %s as %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  it.each(['', 'ten', '-5', '1.2345', '1e3', '1,00,00', '12.345.6.7'])('reads no amount in "%s"', (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });
});
