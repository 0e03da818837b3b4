import { batch, effect, signal } from '@preact/signals';
import type en from './en.json';

export type Locale = 'nl' | 'en';
export type Key = keyof typeof en;
type Catalogue = Record<Key, string>;

// Nobody reads two languages at once: the other one is fetched when it is chosen.
const sources: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  nl: () => import('./nl.json'),
  en: () => import('./en.json'),
};
const remembered = 'referralflow.language';

export const locale = signal<Locale>(preferred(stored(), navigator.languages));

/** The language chosen before, else the first one of the browser's that we speak. */
export function preferred(chosen: string | null, languages: readonly string[]): Locale {
  const known = [chosen, ...languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return known.find((tag): tag is Locale => tag === 'nl' || tag === 'en') ?? 'en';
}

export async function choose(next: Locale): Promise<void> {
  const words = await read(next);
  batch(() => {
    catalogue.value = words;
    locale.value = next;
  });
  try {
    localStorage.setItem(remembered, next);
  } catch {
    // A browser without storage: the choice lasts as long as the page.
  }
}

async function read(language: Locale): Promise<Catalogue> {
  return (await sources[language]()).default;
}

const catalogue = signal<Catalogue>(await read(locale.value));

effect(() => {
  document.documentElement.lang = locale.value;
});

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return fill(catalogue.value[key], values);
}

/** The text for a word of the contract, or the word itself: the contract may grow before this page does. */
export function word(group: string, value: string): string {
  const key = `${group}.${value}`;
  return isKey(key) ? t(key) : value;
}

export function isKey(key: string): key is Key {
  return Object.hasOwn(catalogue.value, key);
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
