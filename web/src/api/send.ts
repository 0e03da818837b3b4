import createClient, { type Client } from 'openapi-fetch';
import { config } from '../config';
import { renew, token } from '../session';
import { type Failure, failureOf, offline } from './problem';
import type { paths } from './schema';

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

interface Exchange<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

let making: Promise<Client<paths>> | undefined;

function client(): Promise<Client<paths>> {
  making ??= config().then(
    ({ api }) => createClient<paths>({ baseUrl: api, cache: 'no-store' }),
    (fault: unknown) => {
      making = undefined;
      throw fault;
    },
  );
  return making;
}

/** Asks as the signed-in person; a token that has run out is renewed once, quietly. */
export async function send<T>(
  ask: (client: Client<paths>, headers: { Authorization: string }) => Promise<Exchange<T>>,
): Promise<Result<T>> {
  return answer(async () => {
    const api = await client();
    const headers = async () => ({ Authorization: `Bearer ${(await token()) ?? ''}` });
    const first = await ask(api, await headers());
    return first.response.status === 401 && (await renew()) ? ask(api, await headers()) : first;
  });
}

/** Asks without an account: the candidate, whose link is the key. */
export async function sendUnsigned<T>(
  ask: (client: Client<paths>) => Promise<Exchange<T>>,
): Promise<Result<T>> {
  return answer(async () => ask(await client()));
}

async function answer<T>(ask: () => Promise<Exchange<T>>): Promise<Result<T>> {
  try {
    const { data, error, response } = await ask();
    return response.ok
      ? { ok: true, value: data as T }
      : { ok: false, failure: failureOf(response.status, error) };
  } catch {
    // No connection, an answer cut short, or none that a browser may read.
    return { ok: false, failure: offline };
  }
}
