import { signal } from '@preact/signals';

const said = signal('');

/** Says it to those who listen to the page instead of looking at it. */
export function announce(text: string): void {
  said.value = '';
  setTimeout(() => {
    said.value = text;
  }, 50);
}

export function Announcer() {
  return (
    <p class="unseen" role="status">
      {said.value}
    </p>
  );
}
