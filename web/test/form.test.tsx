import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf, offline } from '../src/api/problem';
import type { Result } from '../src/api/send';
import { Form, missing } from '../src/form/Form';
import { Input } from '../src/form/fields';
import { choose } from '../src/i18n';

let place: HTMLElement;
const settle = () => new Promise((resolve) => setTimeout(resolve, 100));

function show(send: (body: { name: string }, key: string) => Promise<Result<string>>, done = vi.fn()) {
  render(
    <Form
      button="Send"
      read={(typed) => ({ body: { name: typed('name') }, errors: missing(typed, 'name') })}
      send={send}
      done={done}
    >
      <Input name="name" label="Name" hint="As in the passport" />
      <details>
        <summary>More</summary>
        <Input name="more.phone" label="Phone" optional />
      </details>
    </Form>,
    place,
  );
  return done;
}

const input = () => place.querySelector<HTMLInputElement>('input[name="name"]') as HTMLInputElement;
const submit = async () => {
  place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
};

describe('a form', () => {
  beforeEach(async () => {
    await choose('en');
    place = document.createElement('div');
    document.body.append(place);
    await settle();
  });

  afterEach(() => {
    render(null, place);
    place.remove();
  });

  it('shows what is missing in a summary that takes the focus, and at the field', async () => {
    const send = vi.fn();
    show(send);
    await submit();
    const alert = place.querySelector('[role="alert"]');
    expect(document.activeElement).toBe(alert);
    expect(alert?.textContent).toContain('Name: Fill this in.');
    expect(input().getAttribute('aria-invalid')).toBe('true');
    const described = input().getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Fill this in.',
      'As in the passport',
    ]);
    expect(send).not.toHaveBeenCalled();
  });

  it('ties the errors of the server to their fields and opens the fold they are in', async () => {
    const errors = [{ field: 'more.phone', code: 'too-long', message: '' }];
    show(async () => ({ ok: false, failure: failureOf(422, { errors }) }));
    input().value = 'Sam';
    await submit();
    const link = place.querySelector<HTMLAnchorElement>('[role="alert"] a');
    expect(link?.textContent).toBe('Phone: This is too long.');
    link?.click();
    expect(place.querySelector('details')?.open).toBe(true);
    expect(document.activeElement).toBe(place.querySelector('[name="more.phone"]'));
  });

  it('leads from an error about several fields to the first of them', async () => {
    const errors = [{ field: 'more', code: 'shares', message: '' }];
    show(async () => ({ ok: false, failure: failureOf(422, { errors }) }));
    input().value = 'Sam';
    await submit();
    const link = place.querySelector<HTMLAnchorElement>('[role="alert"] a');
    expect(link?.textContent).toBe('The shares do not add up to 100%.');
    link?.click();
    expect(document.activeElement).toBe(place.querySelector('[name="more.phone"]'));
  });

  it('sends a lost answer again under the same key, and keeps what was typed', async () => {
    const send = vi.fn<(body: { name: string }, key: string) => Promise<Result<string>>>();
    send.mockResolvedValueOnce({ ok: false, failure: offline }).mockResolvedValue({ ok: true, value: 'R1' });
    const done = show(send);
    input().value = '  Sam ';
    await submit();
    expect(place.querySelector('[role="alert"]')?.textContent).toContain('No connection');
    expect(input().value).toBe('  Sam ');
    await submit();
    expect(send.mock.calls.map(([body]) => body)).toEqual([{ name: 'Sam' }, { name: 'Sam' }]);
    expect(send.mock.calls[1]?.[1]).toBe(send.mock.calls[0]?.[1]);
    expect(done).toHaveBeenCalledExactlyOnceWith('R1');
    expect(place.querySelector('[role="alert"]')).toBeNull();
  });

  it('sends once however often one presses', async () => {
    const send = vi.fn(() => new Promise<Result<string>>(() => undefined));
    show(send);
    input().value = 'Sam';
    await submit();
    await submit();
    expect(send).toHaveBeenCalledTimes(1);
    expect(place.querySelector('[role="status"]')?.textContent).toBe('Sending…');
  });

  it('shows the id of a fault', async () => {
    show(async () => ({ ok: false, failure: failureOf(500, { instance: 'urn:request:3f6a' }) }));
    input().value = 'Sam';
    await submit();
    expect(place.querySelector('[role="alert"] code')?.textContent).toBe('urn:request:3f6a');
  });
});
