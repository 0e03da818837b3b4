import type { components } from '../api/schema';
import type { Instalment } from '../api/types';
import { day, moment } from '../format/dates';
import { milestone } from '../format/milestone';
import { money, worth } from '../format/money';
import { isKey, locale, t, word } from '../i18n';
import { State } from './State';

type Schemas = components['schemas'];

/** What has happened, oldest first. */
export function Timeline({ entries }: { entries: readonly Schemas['TrueTimelineEntry'][] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.kind} ${entry.instalment ?? ''}`}>
          {happened(entry)}
          <time dateTime={entry.at}>{moment(entry.at)}</time>
        </li>
      ))}
    </ol>
  );
}

export function happened(entry: Schemas['TrueTimelineEntry']): string {
  const key = `kind.${entry.kind}.instalment`;
  const what =
    entry.instalment !== undefined && isKey(key)
      ? t(key, { number: entry.instalment })
      : word('kind', entry.kind);
  const stage = entry.stage === undefined ? [] : [t('kind.stage', { stage: word('stage', entry.stage) })];
  const reason =
    entry.reason === undefined ? [] : [t('kind.reason', { reason: word('reason', entry.reason) })];
  const phase = entry.phase === undefined ? [] : [entry.phase[locale.value]];
  const details = (entry.details ?? []).map((detail) => t(`stored.${detail}`));
  return [what, ...phase, ...stage, ...reason, ...(details.length > 0 ? [details.join(', ')] : [])].join(
    '. ',
  );
}

/** What was decided about the reward, and by which rules: the answer to "why not?". */
export function Decisions({ decisions }: { decisions: readonly Schemas['DecisionRecord'][] }) {
  return (
    <details>
      <summary>{t('decision.title')}</summary>
      <ol class="timeline">
        {decisions.map((decision) => (
          <li key={`${decision.at} ${decision.kind}`}>
            {[
              word('decision', `${decision.kind}.${decision.outcome}`),
              ...(decision.share ? [t('decision.share', { share: decision.share })] : []),
              ...(decision.appealReason
                ? [t('kind.reason', { reason: word('appealReason', decision.appealReason) })]
                : []),
              ...(decision.reason ? [t('kind.reason', { reason: word('reason', decision.reason) })] : []),
            ].join('. ')}
            <time dateTime={decision.at}>{moment(decision.at)}</time>
            {decision.rules.length > 0 && (
              <ul>
                {decision.rules.map(({ rule, met }) => (
                  <li key={rule}>
                    {t(met ? 'decision.met' : 'decision.broken')}: {word('rule', rule)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The reward, instalment by instalment, with the day by which it is promised. */
export function Money({ instalments }: { instalments: readonly Instalment[] }) {
  const date = (value: string | null) => (value === null ? t('money.unknown') : day(value));
  return (
    <div class="table">
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{t('money.instalment')}</th>
            <th scope="col" class="number">
              {t('money.amount')}
            </th>
            <th scope="col">{t('money.due')}</th>
            <th scope="col">{t('money.promised')}</th>
            <th scope="col">{t('money.state')}</th>
          </tr>
        </thead>
        <tbody>
          {instalments.map((instalment) => (
            <tr key={instalment.number}>
              <th scope="row">
                {t('money.part', {
                  number: instalment.number,
                  milestone: milestone(instalment),
                })}
              </th>
              <td class="number" data-label={t('money.amount')}>
                {worth(instalment)}
              </td>
              <td data-label={t('money.due')}>{date(instalment.dueOn)}</td>
              <td data-label={t('money.promised')}>{date(instalment.promisedOn)}</td>
              <td data-label={t('money.state')}>
                <span>
                  <State group="instalment" value={instalment.state} />
                  {instalment.paidOn && ` ${t('money.paidOn', { day: day(instalment.paidOn) })}`}
                  {instalment.correctedAmount &&
                    `, ${t('money.corrected', { amount: money(instalment.correctedAmount) })}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function nextStep({ kind, by }: Schemas['NextStep']): string {
  const dated = `next.${kind}.by`;
  return by !== null && isKey(dated) ? t(dated, { day: day(by) }) : word('next', kind);
}
