import { signal } from '@preact/signals';
import type { User, UserManager } from 'oidc-client-ts';
import { config } from './config';

/** Whether somebody is signed in; undefined until it is known. */
export const signedIn = signal<boolean | undefined>(undefined);

/** The sign-in page could not be reached. */
export const signInBroken = signal(false);

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

let finishedAt = Number.NEGATIVE_INFINITY;

/** Whether this tab comes from the sign-in page: being refused now means that going there again does not help. */
export function justSignedIn(): boolean {
  return performance.now() - finishedAt < 60_000;
}

async function finish(users: UserManager): Promise<void> {
  const address = location.href;
  // The code goes out of the address first: a reload must not send it again.
  history.replaceState(null, '', home());
  try {
    const user = await users.signinCallback(address);
    finishedAt = performance.now();
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
  signInBroken.value = false;
  try {
    await (await manager()).signinRedirect({ state: hash });
  } catch {
    signInBroken.value = true;
  }
}

export async function signOut(): Promise<void> {
  const users = await manager();
  try {
    await users.revokeTokens(['refresh_token']);
  } catch {
    // The session of the sign-in page ends below; the token dies of age.
  }
  await users.removeUser();
  location.assign(await signOutPage(users).catch(home));
}

/** Cognito's way out is no OpenID Connect one: it stands beside the way in. */
async function signOutPage(users: UserManager): Promise<string> {
  const { clientId } = (await config()).signIn;
  const wayIn = await users.metadataService.getAuthorizationEndpoint();
  const query = new URLSearchParams({ client_id: clientId, logout_uri: home() });
  return `${wayIn.replace(/oauth2\/authorize$/, 'logout')}?${query}`;
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
