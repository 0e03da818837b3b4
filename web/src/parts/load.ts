import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../api/problem';
import type { Result } from '../api/send';
import { justSignedIn, signIn } from '../session';

export interface Loaded<T> {
  data: T | undefined;
  failure: Failure | undefined;
  reload: () => Promise<void>;
  /** For an answer that already holds the new state. */
  put: (data: T) => void;
}

/**
 * Loads what a page shows, and again when `keys` change. With `every`, an open and visible page looks for news by
 * itself; what was shown stays until then, also when asking fails.
 */
export function useLoad<T>(
  load: () => Promise<Result<T>>,
  keys: readonly unknown[],
  every?: number,
): Loaded<T> {
  const [data, setData] = useState<T>();
  const [failure, setFailure] = useState<Failure>();
  const latest = useRef(load);
  latest.current = load;
  const turn = useRef(0);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const result = await latest.current();
    if (mine !== turn.current) {
      return; // The page went on while this was under way.
    }
    if (result.ok) {
      setFailure(undefined);
      setData((old) => (JSON.stringify(old) === JSON.stringify(result.value) ? old : result.value));
    } else if (result.failure.kind === 'signed-out' && !justSignedIn()) {
      await signIn();
    } else {
      setFailure(result.failure);
    }
  }, []);

  const put = useCallback((value: T) => {
    turn.current += 1;
    setFailure(undefined);
    setData(value);
  }, []);

  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, keys);

  useEffect(() => (every === undefined ? undefined : repeat(reload, every)), [every, reload]);

  return { data, failure, reload, put };
}

/** Calls at an interval while the page can be seen, and at once when it is looked at again. */
export function repeat(call: () => Promise<void>, every: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const plan = () => {
    clearTimeout(timer);
    if (!over && document.visibilityState === 'visible') {
      timer = setTimeout(() => void run(), every);
    }
  };
  const run = async () => {
    await call();
    plan();
  };
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') {
      void run();
    }
  };
  document.addEventListener('visibilitychange', look);
  plan();
  return () => {
    over = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
