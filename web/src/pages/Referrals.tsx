import { send } from '../api/send';
import { moment } from '../format/dates';
import { t } from '../i18n';
import { Listed, useList } from '../parts/list';
import { Page } from '../parts/Page';
import { State } from '../parts/State';
import { to } from '../routes';
import { useTitles } from '../vacancies';
import { freshEvery } from './Referral';

export function Referrals() {
  const title = useTitles();
  const list = useList(
    (cursor) => send((api, headers) => api.GET('/referrals', { headers, params: { query: cursor } })),
    [],
    freshEvery,
  );
  return (
    <Page title={t('referrals.title')}>
      <Listed
        list={list}
        empty={
          <>
            {t('referrals.none')} <a href={to('vacancies')}>{t('referrals.start')}</a>
          </>
        }
      >
        {(items) => (
          <ul class="rows">
            {items.map((referral) => (
              <li key={referral.id}>
                <div>
                  <p>
                    <a href={to('referral', { id: referral.id })}>
                      <strong>
                        {referral.candidate.name ??
                          t('referral.nameless', { number: referral.receipt.number })}
                      </strong>
                    </a>
                  </p>
                  <p class="soft">
                    {title(referral.vacancyId)}, {moment(referral.submittedAt)}
                  </p>
                </div>
                <State group="state" value={referral.state} />
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}
