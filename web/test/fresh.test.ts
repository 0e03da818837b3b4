import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from '../src/parts/load';

describe('a page that keeps itself fresh', () => {
  let seen: DocumentVisibilityState;

  beforeEach(() => {
    vi.useFakeTimers();
    seen = 'visible';
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const look = (state: DocumentVisibilityState) => {
    seen = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('asks while it can be seen, and not on top of a slow answer', async () => {
    let answer = (): void => undefined;
    const call = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const end = repeat(call, 8000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(call).toHaveBeenCalledTimes(1);
    answer();
    await vi.advanceTimersByTimeAsync(8000);
    expect(call).toHaveBeenCalledTimes(2);
    end();
  });

  it('rests while hidden, asks when looked at again, and ends', async () => {
    const call = vi.fn(async () => undefined);
    const end = repeat(call, 8000);
    look('hidden');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(call).not.toHaveBeenCalled();
    look('visible');
    expect(call).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(8000);
    expect(call).toHaveBeenCalledTimes(2);
    end();
    look('visible');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(call).toHaveBeenCalledTimes(2);
  });
});
