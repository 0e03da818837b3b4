import { signal } from '@preact/signals';

const said = signal('');

/** Says it to those who listen to the page instead of looking at it. */
export function announce(text: string): void {
  said.value = '';
  setTimeout(() => {
    said.value = text;
  }, 50);
}

let left: string | undefined;

/** Says it to everybody: the page that is gone to next shows it as well. */
export function leave(text: string): void {
  left = text;
  announce(text);
}

/** What the page before left to be shown, once. */
export function taken(): string | undefined {
  const text = left;
  left = undefined;
  return text;
}

export function Announcer() {
  return (
    <p class="unseen" role="status">
      {said.value}
    </p>
  );
}
