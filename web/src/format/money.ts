import type { components } from '../api/schema';
import { locale } from '../i18n';
import { region } from './dates';

/** Decimals are texts on the wire and stay texts here: a sum of money never becomes a binary fraction. */
export interface Money {
  amount: string;
  currency: string;
}

export function money(value: Money): string {
  return format(value, false);
}

/** Without cents when there are none: for headlines. */
export function roundMoney(value: Money): string {
  return format(value, true);
}

function format({ amount, currency }: Money, strip: boolean): string {
  return new Intl.NumberFormat(region(locale.value), {
    style: 'currency',
    currency,
    trailingZeroDisplay: strip ? 'stripIfInteger' : 'auto',
  }).format(amount as Intl.StringNumericLiteral);
}

/** What a part of a reward is: money, or so many of something else. */
export function worth(of: {
  amount?: Money | undefined;
  benefit?: components['schemas']['Benefit'] | undefined;
}): string {
  const { amount, benefit } = of;
  if (benefit === undefined) {
    return amount === undefined ? '' : money(amount);
  }
  const name = benefit.description[locale.value];
  if (benefit.kind === 'points') {
    return `${benefit.quantity} ${name}`;
  }
  return benefit.quantity === 1 ? name : `${benefit.quantity} × ${name}`;
}

/** The sum of amounts in one currency; undefined when there are none or the currencies differ. */
export function total(values: readonly Money[]): Money | undefined {
  const currency = values[0]?.currency;
  if (currency === undefined || values.some((value) => value.currency !== currency)) {
    return undefined;
  }
  const decimals = Math.max(...values.map((value) => decimalsOf(value.amount)));
  const sum = values.reduce((units, value) => units + toUnits(value.amount, decimals), 0n);
  return { amount: fromUnits(sum, decimals), currency };
}

function decimalsOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

function toUnits(amount: string, decimals: number): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(amount);
  if (parts === null) {
    throw new RangeError(`Not an amount: ${amount}`);
  }
  const units = BigInt((parts[2] ?? '0') + (parts[3] ?? '').padEnd(decimals, '0'));
  return parts[1] === '-' ? -units : units;
}

function fromUnits(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = units < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** What a person typed ("1.000,00", "€ 1000", "1000.5") as the decimal of the contract, or undefined. */
export function readAmount(typed: string): string | undefined {
  const text = typed.replace(/[€\s\u00a0]|EUR/gi, '');
  const parts = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (parts === null) {
    return undefined;
  }
  const whole = (parts[1] ?? '').replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return `${whole}.${(parts[2] ?? '').padEnd(2, '0')}`;
}

/** The decimal of the contract as a person types it: with the language's own point. */
export function typedAmount(amount: string): string {
  return locale.value === 'nl' ? amount.replace('.', ',') : amount;
}
