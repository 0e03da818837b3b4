import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../api/send';
import { t } from '../i18n';
import { type Loaded, useLoad } from './load';
import { Show } from './Page';

interface Part<T> {
  items: T[];
  next: string | null;
}

export interface List<T> extends Loaded<Part<T>> {
  more: () => void;
}

type Cursor = { cursor?: string };

/** A list that comes in pages, from the top; asking for news reads again what is shown. */
export function useList<T>(
  part: (cursor: Cursor) => Promise<Result<Part<T>>>,
  keys: readonly unknown[] = [],
  every?: number,
): List<T> {
  const [wanted, want] = useState(1);
  const loaded = useLoad(() => gather(part, wanted), [wanted, ...keys], every);
  return { ...loaded, more: () => want(wanted + 1) };
}

async function gather<T>(
  part: (cursor: Cursor) => Promise<Result<Part<T>>>,
  parts: number,
): Promise<Result<Part<T>>> {
  const items: T[] = [];
  let next: string | null = null;
  for (let i = 0; i < parts; i++) {
    const result: Result<Part<T>> = await part(next === null ? {} : { cursor: next });
    if (!result.ok) {
      return result;
    }
    items.push(...result.value.items);
    next = result.value.next;
    if (next === null) {
      break;
    }
  }
  return { ok: true, value: { items, next } };
}

/** All of a list, for choosing from it; `stop` ends the reading early. */
export function all<T>(part: (cursor: Cursor) => Promise<Result<Part<T>>>): Promise<Result<Part<T>>> {
  return gather(part, 50);
}

interface ListedProps<T> {
  list: List<T>;
  empty: ComponentChildren;
  children: (items: T[]) => ComponentChildren;
}

export function Listed<T>({ list, empty, children }: ListedProps<T>) {
  return (
    <Show from={list}>
      {({ items, next }) => (
        <>
          {items.length === 0 ? <p class="note">{empty}</p> : children(items)}
          {next !== null && (
            <button type="button" class="button second" onClick={list.more}>
              {t('page.more')}
            </button>
          )}
        </>
      )}
    </Show>
  );
}
