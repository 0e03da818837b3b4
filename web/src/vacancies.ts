import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { send } from './api/send';
import type { Vacancy } from './api/types';
import { all } from './parts/list';

const known = signal<ReadonlyMap<string, Vacancy> | undefined>(undefined);

export function loadVacancies() {
  return all((cursor) =>
    send((api, headers) => api.GET('/vacancies', { headers, params: { query: { limit: 100, ...cursor } } })),
  ).then((result) => {
    if (result.ok) {
      known.value = new Map(result.value.items.map((vacancy) => [vacancy.id, vacancy]));
    }
    return result;
  });
}

/** Lists speak of vacancies by id; people by title. */
export function useTitles(): (id: string) => string {
  useEffect(() => {
    if (known.value === undefined) {
      void loadVacancies();
    }
  }, []);
  const vacancies = known.value;
  return (id) => vacancies?.get(id)?.title ?? id;
}
