import { signal } from '@preact/signals';
import { exec } from 'preact-iso/router';

/** Each page's address behind the `#`: it never reaches a server, so an invitation's token stays here. */
const table = {
  vacancies: '/',
  refer: '/refer/:vacancyId',
  receipt: '/receipt/:id',
  referrals: '/referrals',
  referral: '/referrals/:id',
  thanks: '/thanks/:id',
  invitation: '/invitation/:token',
  terms: '/terms/:version?',
  worklist: '/worklist',
  work: '/work/:id',
  entries: '/entries',
  entry: '/entries/new/:id?',
  failures: '/failures',
  payouts: '/payouts',
  payoutsIn: '/payouts/state/:state',
  payout: '/payouts/:id',
  brake: '/payouts-frozen',
  programme: '/programme',
  settings: '/programme/settings',
  newTerms: '/programme/terms',
  vacancy: '/programme/vacancies/:id?',
} as const;

export type Page = keyof typeof table;

export interface Route {
  page: Page | 'unknown';
  params: Record<string, string>;
}

export function parse(hash: string): Route {
  const path = hash.replace(/^#/, '').replace(/\?.*$/, '') || '/';
  for (const [page, pattern] of Object.entries(table) as [Page, string][]) {
    const params = match(path, pattern);
    if (params !== undefined) {
      return { page, params };
    }
  }
  return { page: 'unknown', params: {} };
}

function match(path: string, pattern: string): Record<string, string> | undefined {
  try {
    const found = exec(path, pattern, { path: '', query: {}, params: {} });
    return found && known(found.params);
  } catch {
    return undefined; // A broken % in the address.
  }
}

function known(params: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** The link to a page; values left out leave out the optional end. */
export function to(page: Page, params: Record<string, string> = {}): string {
  const path = table[page].replace(/\/:(\w+)\??/g, (_, name: string) =>
    params[name] === undefined ? '' : `/${encodeURIComponent(params[name])}`,
  );
  return `#${path}`;
}

export const route = signal<Route>(parse(location.hash));

let steps = 0;

/** Whether this page was come to from another one, and not by opening it. */
export function moved(): boolean {
  return steps > 0;
}

export function follow(): void {
  addEventListener('hashchange', () => {
    steps += 1;
    route.value = parse(location.hash);
  });
}

/** Takes up an address that was changed without an event. */
export function reread(): void {
  route.value = parse(location.hash);
}

export function go(page: Page, params: Record<string, string> = {}): void {
  location.hash = to(page, params);
}

/** Goes on to a page which the way back then passes by, since this one would only lead there again. */
export function instead(page: Page, params: Record<string, string> = {}): void {
  location.replace(to(page, params));
}
