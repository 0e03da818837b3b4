import { send } from '../api/send';
import type { Terms as Version } from '../api/types';
import { moment } from '../format/dates';
import { roundMoney } from '../format/money';
import { locale, t, word } from '../i18n';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';

export function loadTerms() {
  return send((api, headers) => api.GET('/terms', { headers }));
}

export function Terms() {
  const terms = useLoad(loadTerms, []);
  return (
    <Page title={t('terms.title')}>{<Show from={terms}>{(version) => <Shown terms={version} />}</Show>}</Page>
  );
}

function Shown({ terms }: { terms: Version }) {
  const { rules } = terms;
  return (
    <>
      <p class="soft">{t('terms.version', { version: terms.version, at: moment(terms.publishedAt) })}</p>
      <p class="pre">{terms.text[locale.value]}</p>
      <h2>{t('terms.rewards')}</h2>
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('terms.level')}</th>
              <th scope="col" class="number">
                {t('terms.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.levels.map((level) => (
              <tr key={level.functionLevel}>
                <th scope="row">{level.functionLevel}</th>
                <td class="number">{roundMoney(level.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{t('terms.when')}</h2>
      <ul>
        {rules.instalments.map((instalment) => (
          <li key={instalment.number}>
            {t('terms.part', {
              share: instalment.share,
              milestone: word('milestone', instalment.milestone),
            })}
          </li>
        ))}
        <li>{t('terms.promise', { days: rules.promiseDays })}</li>
        <li>{t('terms.probation', { months: rules.probationMonths })}</li>
        <li>{word('several', rules.severalReferrers)}</li>
        <li>{t('terms.eligibility', { months: rules.eligibilityMonths })}</li>
      </ul>
    </>
  );
}
