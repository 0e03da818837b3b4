import { expect, test } from 'vitest';
import { detailsOf } from '../src/pages/Invitation';

const typed = (fields: Record<string, string>) => (name: string) => fields[name] ?? '';

test('what was emptied is not sent, so that it is not stored any more', () => {
  expect(detailsOf(typed({ name: 'Sam', phone: '', linkedin: '', language: 'nl' }))).toEqual({
    name: 'Sam',
    language: 'nl',
  });
});

test('what was typed is sent as a whole', () => {
  const details = {
    name: 'Sam Sample',
    phone: '+31 6 12345678',
    linkedin: 'https://www.linkedin.com/in/sam',
    language: 'en',
  };

  expect(detailsOf(typed(details))).toEqual(details);
});
