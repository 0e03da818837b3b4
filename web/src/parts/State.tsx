import { word } from '../i18n';

const looks: Record<string, string> = {
  hired: 'good',
  probation: 'good',
  completed: 'good',
  paid: 'good',
  held: 'wait',
  planned: 'over',
  cancelled: 'over',
  ended: 'over',
  declined: 'over',
  rejected: 'over',
  withdrawn: 'over',
  expired: 'over',
  lapsed: 'over',
  'hire-cancelled': 'over',
  left: 'over',
  'not-eligible': 'over',
  'already-known': 'over',
};

/** The state in words; colour only underlines it. */
export function State({ group, value }: { group: 'state' | 'instalment'; value: string }) {
  return <span class={`tag ${looks[value] ?? ''}`}>{word(group, value)}</span>;
}
