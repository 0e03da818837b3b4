import { describe, expect, it } from 'vitest';
import { Operation } from '../src/form/operation';

describe('the key of one filling', () => {
  const body = { vacancyId: 'java-engineer', candidate: { name: 'Sam', email: 'sam@example.com' } };

  it('stays the same as long as the same is sent', () => {
    const operation = new Operation();
    expect(operation.keyFor(structuredClone(body))).toBe(operation.keyFor(body));
  });

  it('is another for other contents: the API refuses an old key for them', () => {
    const operation = new Operation();
    const first = operation.keyFor(body);
    expect(operation.keyFor({ ...body, vacancyId: 'tester' })).not.toBe(first);
  });

  it('is over when it has succeeded', () => {
    const operation = new Operation();
    const first = operation.keyFor(body);
    operation.done();
    expect(operation.keyFor(body)).not.toBe(first);
  });

  it('is never shared by two forms', () => {
    expect(new Operation().keyFor(body)).not.toBe(new Operation().keyFor(body));
  });

  it('is what the contract allows, also for a form without contents', () => {
    expect(new Operation().keyFor(undefined)).toMatch(/^[!-~]{1,128}$/);
  });
});
