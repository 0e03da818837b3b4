import { signal } from '@preact/signals';
import type { User, UserManager } from 'oidc-client-ts';
import { config } from './config';

/** Whether somebody is signed in; undefined until it is known. */
export const signedIn = signal<boolean | undefined>(undefined);

let making: Promise<UserManager> | undefined;

/** Made when first needed: the candidate's page never loads it. */
function manager(): Promise<UserManager> {
  making ??= make().catch((fault: unknown) => {
    making = undefined;
    throw fault;
  });
  return making;
}

async function make(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore }, { signIn }] = await Promise.all([
    import('oidc-client-ts'),
    config(),
  ]);
  const store = () => new WebStorageStateStore({ store: sessionStorage });
  return new UserManager({
    authority: signIn.issuer,
    client_id: signIn.clientId,
    redirect_uri: home(),
    response_type: 'code',
    scope: 'openid email profile',
    userStore: store(),
    stateStore: store(),
    automaticSilentRenew: true,
    loadUserInfo: false,
  });
}

function home(): string {
  return `${location.origin}/`;
}

/** Takes up the session: ends a sign-in that has just come back, or finds the one of this tab. */
export async function resume(): Promise<void> {
  const users = await manager();
  const query = new URLSearchParams(location.search);
  if (query.has('state') && (query.has('code') || query.has('error'))) {
    await finish(users);
  }
  signedIn.value = (await users.getUser()) !== null;
}

async function finish(users: UserManager): Promise<void> {
  const address = location.href;
  // The code goes out of the address first: a reload must not send it again.
  history.replaceState(null, '', home());
  try {
    const user = await users.signinCallback(address);
    history.replaceState(null, '', `${home()}${returnTo(user ?? undefined)}`);
  } catch (fault) {
    // An old or foreign answer of the sign-in page: the visitor starts again by hand.
    console.warn('Sign-in was not finished', fault instanceof Error ? fault.message : fault);
  }
}

function returnTo(user: User | undefined): string {
  const hash = user?.state;
  return typeof hash === 'string' && hash.startsWith('#/') ? hash : '#/';
}

/** Leaves for the sign-in page and comes back to where we are. */
export async function signIn(): Promise<void> {
  const hash = location.hash.startsWith('#/') ? location.hash : '#/';
  await (await manager()).signinRedirect({ state: hash });
}

export async function signOut(): Promise<void> {
  const users = await manager();
  try {
    await users.revokeTokens(['refresh_token']);
  } catch {
    // The session of the sign-in page ends below; the token dies of age.
  }
  const { clientId } = (await config()).signIn;
  const page = (await users.metadataService.getAuthorizationEndpoint()).replace(
    /oauth2\/authorize$/,
    'logout',
  );
  await users.removeUser();
  location.assign(`${page}?${new URLSearchParams({ client_id: clientId, logout_uri: home() })}`);
}

/** The ID token: the API's authorizer knows people by it. */
export async function token(): Promise<string | undefined> {
  const user = await (await manager()).getUser();
  return user?.id_token;
}

let renewing: Promise<boolean> | undefined;

/** A new token by the refresh token, once for all who ask at the same time; false: sign in again. */
export function renew(): Promise<boolean> {
  renewing ??= tryToRenew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function tryToRenew(): Promise<boolean> {
  const users = await manager();
  try {
    if ((await users.getUser())?.refresh_token === undefined) {
      return false;
    }
    return (await users.signinSilent()) !== null;
  } catch {
    return false;
  }
}
