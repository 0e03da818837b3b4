import { afterEach, expect, test, vi } from 'vitest';
import { loadNewest } from '../src/pages/Terms';

const upcoming: object[] = [];

vi.mock('../src/api/send', () => ({
  send: async (ask: (api: object, headers: object) => Promise<object>) => ({
    ok: true,
    value: await ask(
      { GET: async (path: string) => (path === '/terms' ? { version: 1 } : { items: upcoming }) },
      {},
    ),
  }),
}));

afterEach(() => {
  upcoming.length = 0;
});

test('new terms begin as those in force', async () => {
  expect(await loadNewest()).toEqual({ ok: true, value: { version: 1 } });
});

test('new terms begin as what is announced, since they take its place', async () => {
  upcoming.push({ version: 2 });
  expect(await loadNewest()).toEqual({ ok: true, value: { version: 2 } });
});
