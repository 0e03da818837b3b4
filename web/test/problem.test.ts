import { describe, expect, it } from 'vitest';
import { failureOf } from '../src/api/problem';
import { errorText } from '../src/form/errors';
import { choose } from '../src/i18n';

describe('problems', () => {
  it('reads all field errors', () => {
    const failure = failureOf(422, {
      type: 'urn:referralflow:problem:invalid',
      title: 'Some fields are wrong',
      status: 422,
      errors: [
        { field: 'candidate.name', code: 'required', message: 'This field is required.' },
        { field: 'fit', code: 'out-of-range', message: 'From 1 to 5.' },
      ],
    });
    expect(failure.kind).toBe('invalid');
    expect(failure.errors.map((error) => error.field)).toEqual(['candidate.name', 'fit']);
  });

  it('keeps the id that is in the log', () => {
    expect(failureOf(500, { type: 'x', title: 'x', status: 500, instance: 'urn:request:3f6a' }).id).toBe(
      'urn:request:3f6a',
    );
  });

  it('keeps what belongs to one type only', () => {
    expect(failureOf(409, { type: 'x', referralId: 'R1', receipt: { number: 7 } }).more).toEqual({
      referralId: 'R1',
      receipt: { number: 7 },
    });
  });

  it.each([
    [400, 'invalid'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'absent'],
    [409, 'conflict'],
    [413, 'invalid'],
    [422, 'invalid'],
    [429, 'busy'],
    [500, 'fault'],
    [503, 'fault'],
    [504, 'fault'],
  ])('sorts %i as %s', (status, kind) => {
    expect(failureOf(status, undefined).kind).toBe(kind);
  });

  it.each([['<html>'], [null], [[]], [{ errors: 'none' }], [{ errors: [null, 'x'] }]])(
    'is not thrown by a body that is no problem: %j',
    (body) => {
      expect(failureOf(502, body)).toMatchObject({ kind: 'fault', errors: [], id: undefined });
    },
  );
});

describe('texts of field errors', () => {
  it('are our own, in the language of the page', async () => {
    await choose('nl');
    expect(errorText({ field: 'fit', code: 'required', message: 'This field is required.' })).toBe(
      'Vul dit in.',
    );
    await choose('en');
    expect(errorText({ field: 'candidate.email', code: 'format', message: 'x' })).toContain(
      'name@example.com',
    );
  });

  it("are the server's for a code of a newer contract", () => {
    expect(errorText({ field: 'fit', code: 'not-today', message: 'Not today.' })).toBe('Not today.');
    expect(errorText({ field: 'fit', code: 'not-today', message: '' })).toBe('Check this.');
  });
});
