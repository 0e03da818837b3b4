import type { ComponentChildren } from 'preact';

export type Row = readonly [name: string, value: ComponentChildren];

/** Names and values; what is not known is left out. */
export function Facts({ rows }: { rows: readonly Row[] }) {
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
    </dl>
  );
}
