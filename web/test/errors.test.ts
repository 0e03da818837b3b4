import { beforeEach, expect, it } from 'vitest';
import { errorText } from '../src/form/errors';
import { choose } from '../src/i18n';

beforeEach(async () => {
  await choose('en');
});

it.each([
  ['data.candidateEmail', 'format', 'Write a whole address, such as name@example.com.'],
  ['timeZone', 'not-in-list', 'Write a time zone, such as Europe/Amsterdam.'],
  ['rules.levels[0].amount', 'format', 'Write an amount, such as 1000.00.'],
  ['rules.promiseDays', 'type', 'Write a whole number.'],
  ['', 'recruiter', 'Recruiters cannot refer anybody: it is their work already.'],
])('of %s, %s says what to write', (field, code, words) => {
  expect(errorText({ field, code, message: 'Not this.' })).toBe(words);
});

it("are the server's words where there are no own ones", () => {
  expect(errorText({ field: 'x', code: 'brand-new', message: 'Too new.' })).toBe('Too new.');
});
