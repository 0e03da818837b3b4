import type { PageProps } from '../App';
import { send } from '../api/send';
import type { Terms as Version } from '../api/types';
import { moment } from '../format/dates';
import { roundMoney } from '../format/money';
import { locale, t } from '../i18n';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';
import { to } from '../routes';

export function loadTerms() {
  return send((api, headers) => api.GET('/terms', { headers }));
}

export function loadUpcoming() {
  return send((api, headers) => api.GET('/terms/upcoming', { headers }));
}

function loadVersion(version: number) {
  return send((api, headers) => api.GET('/terms/{version}', { headers, params: { path: { version } } }));
}

/** The terms in force, or the version that the address names. */
export function Terms({ params }: PageProps) {
  const version = params.version;
  const terms = useLoad(
    () => (version === undefined ? loadTerms() : loadVersion(Number(version))),
    [version],
  );
  return (
    <Page title={t('terms.title')}>
      <Show from={terms}>
        {(shown) => (
          <>
            {version === undefined && <Upcoming before={shown} />}
            <Shown terms={shown} />
          </>
        )}
      </Show>
    </Page>
  );
}

/** What is announced: from when, which lines it changes, and that referrals made before keep theirs. */
function Upcoming({ before }: { before: Version }) {
  const announced = useLoad(loadUpcoming, []);
  const terms = announced.data?.items[0];
  if (terms === undefined) {
    return null;
  }
  const was = before.summary[locale.value];
  const will = terms.summary[locale.value];
  return (
    <div class="note">
      <p>{t('terms.upcoming', { version: terms.version, at: moment(terms.effectiveFrom) })}</p>
      <ul>
        {was
          .filter((line) => !will.includes(line))
          .map((line) => (
            <li key={line}>
              <del>{line}</del>
            </li>
          ))}
        {will
          .filter((line) => !was.includes(line))
          .map((line) => (
            <li key={line}>
              <ins>{line}</ins>
            </li>
          ))}
      </ul>
      <p>{t('terms.keeps')}</p>
      <p>
        <a href={to('terms', { version: String(terms.version) })}>{t('referral.terms')}</a>
      </p>
    </div>
  );
}

/** When it was published and, where that is another moment, from when referrals are made under it. */
export function versionLine({ version, publishedAt, effectiveFrom }: Version): string {
  const values = { version, at: moment(publishedAt) };
  return effectiveFrom === publishedAt
    ? t('terms.version', values)
    : t('terms.version.from', { ...values, from: moment(effectiveFrom) });
}

function Shown({ terms }: { terms: Version }) {
  const { rules } = terms;
  return (
    <>
      <p class="soft">{versionLine(terms)}</p>
      <h2>{t('terms.summary')}</h2>
      <ul>
        {terms.summary[locale.value].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
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
      <h2>{t('terms.words')}</h2>
      <p class="pre">{terms.text[locale.value]}</p>
    </>
  );
}
