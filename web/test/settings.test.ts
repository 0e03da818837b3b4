import { expect, it } from 'vitest';
import { readSettings } from '../src/pages/programme';

const stored = {
  organisation: 'Example B.V.',
  financeEmail: 'finance@example.com',
  privacyEmail: 'privacy@example.com',
  timeZone: 'Europe/Amsterdam',
  defaultLanguage: 'nl' as const,
  invitationReminderDays: 5,
  invitationExpiryDays: 14,
  referrerNoticeDelayHours: 24,
  termsNoticeDays: 14,
  payoutMail: 'per-run' as const,
  thankYou: { workingDays: 5, escalateTo: 'petra@example.com' },
  phases: [{ id: 'screening', nl: 'Selectie', en: 'Screening' }],
  rewardKinds: [{ kind: 'money' as const, taxLabel: 'Special rate' }],
};

const typing =
  (changed: Record<string, string>) =>
  (name: string): string =>
    changed[name] ?? String((stored as Record<string, unknown>)[name] ?? '');

it('changes what was typed and keeps what has no field', () => {
  const { body, errors } = readSettings(typing({ organisation: 'Other B.V.' }), stored);

  expect(errors).toEqual([]);
  expect(body).toEqual({ ...stored, organisation: 'Other B.V.' });
});

it('names nobody for privacy when the field is emptied', () => {
  const { body } = readSettings(typing({ privacyEmail: '' }), stored);

  expect(body).not.toHaveProperty('privacyEmail');
});
