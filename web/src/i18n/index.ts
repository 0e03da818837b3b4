import { effect, signal } from '@preact/signals';
import en from './en.json';
import nl from './nl.json';

export type Locale = 'nl' | 'en';
export type Key = keyof typeof en;

const catalogues: Record<Locale, Record<Key, string>> = { nl, en };
const remembered = 'referralflow.language';

export const locale = signal<Locale>(preferred(stored(), navigator.languages));

/** The language chosen before, else the first one of the browser's that we speak. */
export function preferred(chosen: string | null, languages: readonly string[]): Locale {
  const known = [chosen, ...languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return known.find((tag): tag is Locale => tag === 'nl' || tag === 'en') ?? 'en';
}

export function choose(next: Locale): void {
  locale.value = next;
  try {
    localStorage.setItem(remembered, next);
  } catch {
    // A browser without storage: the choice lasts as long as the page.
  }
}

effect(() => {
  document.documentElement.lang = locale.value;
});

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return fill(catalogues[locale.value][key], values);
}

/** The text for a word of the contract, or the word itself: the contract may grow before this page does. */
export function word(group: string, value: string): string {
  const key = `${group}.${value}`;
  return isKey(key) ? t(key) : value;
}

export function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function stored(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}
