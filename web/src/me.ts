import { signal } from '@preact/signals';
import { type Result, send } from './api/send';
import type { Me, Role } from './api/types';

export const me = signal<Me | undefined>(undefined);

export async function loadMe(): Promise<Result<Me>> {
  const result = await send((api, headers) => api.GET('/me', { headers }));
  if (result.ok) {
    me.value = result.value;
  }
  return result;
}

export function is(role: Role): boolean {
  return me.value?.roles.includes(role) === true;
}
