import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, isKey, preferred, word } from '../src/i18n';
import en from '../src/i18n/en.json';
import nl from '../src/i18n/nl.json';

const contract = readFileSync(join(import.meta.dirname, '../src/api/schema.d.ts'), 'utf8');

/** The members of a closed list of the contract, from the generated types. */
function listed(name: string): string[] {
  const found = new RegExp(`\\n {8}${name}: ((?:"[^"]+"(?: \\| )?)+)`).exec(contract)?.[1];
  return [...(found ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe('catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
  });

  it('have no empty text', () => {
    expect([...Object.values(nl), ...Object.values(en)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('fill in the same values', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of Object.entries(en)) {
      expect(names(nl[key as keyof typeof nl]), key).toEqual(names(text));
    }
  });

  it('have no key that the pages do not use', () => {
    const folder = join(import.meta.dirname, '../src');
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const groups = [...source.matchAll(/word\(\s*'(\w+)'|choices\('(\w+)'|group="(\w+)"/g)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );
    const made = [...source.matchAll(/`([\w.]+)\.\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(en).filter(
      (key) => !source.includes(`'${key}'`) && ![...groups, ...made].includes(key.split('.')[0] ?? ''),
    );
    expect(unused).toEqual([]);
  });

  it.each([
    ['state', 'State'],
    ['state', 'ReferrerState'],
    ['candidateState', 'State'],
    ['kind', 'TrueTimelineKind'],
    ['kind', 'TimelineKind'],
    ['reason', 'SettlementReason'],
    ['stage', 'Stage'],
    ['milestone', 'Milestone'],
    ['instalment', 'InstalmentState'],
    ['next', 'NextStepKind'],
    ['waitsFor', 'WaitsFor'],
    ['right', 'Right'],
    ['feedback', 'Feedback'],
    ['keep', 'Keep'],
    ['relation', 'Relation'],
    ['eventType', 'HrEventType'],
    ['held', 'HeldReason'],
    ['failureReason', 'FailureReason'],
    ['vacancyStatus', 'VacancyStatus'],
    ['error', 'ErrorCode'],
    ['language', 'Language'],
  ])('have a word for each %s in %s of the contract', (group, list) => {
    const members = listed(list);
    expect(members.length, list).toBeGreaterThan(1);
    expect(members.filter((member) => !isKey(`${group}.${member}`))).toEqual([]);
  });
});

describe('language', () => {
  it('is the one chosen, else the first one known of the browser, else English', () => {
    expect(preferred('nl', ['en-GB'])).toBe('nl');
    expect(preferred(null, ['de-DE', 'nl-BE', 'en'])).toBe('nl');
    expect(preferred('xx', ['fr'])).toBe('en');
  });

  it('shows a word of a newer contract as it is', () => {
    expect(word('state', 'paused')).toBe('paused');
  });

  it('leaves a gap that nobody fills', () => {
    expect(fill('{a} and {b}', { a: '$1' })).toBe('$1 and {b}');
  });
});
