import { expect, it } from 'vitest';
import { leave, taken } from '../src/parts/announce';

it('is shown by the next page, and by no other after it', () => {
  leave('Saved.');

  expect(taken()).toBe('Saved.');
  expect(taken()).toBeUndefined();
});
