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

/** The sum of amounts in one currency; undefined when there are none or the currencies differ. */
export function total(values: readonly Money[]): Money | undefined {
  const currency = values[0]?.currency;
  if (currency === undefined || values.some((value) => value.currency !== currency)) {
    return undefined;
  }
  const sum = values.reduce((cents, value) => cents + toCents(value.amount), 0n);
  return { amount: fromCents(sum), currency };
}

function toCents(amount: string): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount);
  if (parts === null) {
    throw new RangeError(`Not an amount: ${amount}`);
  }
  const cents = BigInt(parts[2] ?? '0') * 100n + BigInt((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? -cents : cents;
}

function fromCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
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
