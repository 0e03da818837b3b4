/** What the place where this runs decides: served beside the files, never built in. */
export interface Config {
  api: string;
  signIn: { issuer: string; clientId: string };
  /** Only on one's own machine: the address of the local cloud. */
  cloud?: string;
}

let loading: Promise<Config> | undefined;

export function config(): Promise<Config> {
  loading ??= load().catch((fault: unknown) => {
    loading = undefined;
    throw fault;
  });
  return loading;
}

async function load(): Promise<Config> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) {
    throw new Error(`config.json: ${response.status}`);
  }
  return (await response.json()) as Config;
}
