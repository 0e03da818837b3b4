import { beforeAll, expect, it } from 'vitest';
import { choose } from '../src/i18n';
import { versionLine } from '../src/pages/Terms';

beforeAll(async () => {
  await choose('en');
});

const terms = {
  version: 2,
  publishedAt: '2026-12-01T12:00:00Z',
  text: { nl: '', en: '' },
  summary: { nl: [], en: [] },
} as unknown as Parameters<typeof versionLine>[0];

it('says from when announced terms apply', () => {
  const line = versionLine({ ...terms, effectiveFrom: '2026-12-15T12:00:00Z' });

  expect(line).toMatch(/^Version 2, published on 1 December 2026 .*, for referrals from 15 December 2026 /);
});

it('names one moment where terms applied at once', () => {
  const line = versionLine({ ...terms, effectiveFrom: terms.publishedAt });

  expect(line).toMatch(/^Version 2, published on 1 December 2026 at [\d:]+$/);
});
