import type { RewardInstalment, Vacancy } from '../api/types';
import { milestone } from '../format/milestone';
import { roundMoney, total, worth } from '../format/money';
import { t } from '../i18n';
import { is } from '../me';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';
import { to } from '../routes';
import { loadVacancies } from '../vacancies';

export function Vacancies() {
  const vacancies = useLoad(loadVacancies, []);
  return (
    <Page title={t('vacancies.title')}>
      <p>
        {is('recruiter') ? t('error.recruiter') : t('vacancies.text')}{' '}
        <a href={to('terms')}>{t('vacancies.terms')}</a>
      </p>
      <Show from={vacancies}>
        {({ items }) => {
          const open = items.filter((vacancy) => vacancy.status === 'open' && vacancy.inProgramme);
          return open.length === 0 ? <p class="note">{t('vacancies.none')}</p> : <Cards vacancies={open} />;
        }}
      </Show>
    </Page>
  );
}

function Cards({ vacancies }: { vacancies: Vacancy[] }) {
  return (
    <ul class="cards">
      {vacancies.map((vacancy) => (
        <li class="card" key={vacancy.id}>
          <h2>{vacancy.title}</h2>
          <p class="soft">{t('vacancies.level', { level: vacancy.functionLevel })}</p>
          <p class="pre">{vacancy.profile}</p>
          <Reward reward={vacancy.reward} />
          {!is('recruiter') && (
            <div>
              <a class="button" href={to('refer', { vacancyId: vacancy.id })}>
                {t('vacancies.refer')}
                <span class="unseen"> {t('vacancies.for', { title: vacancy.title })}</span>
              </a>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a hire earns, and when. */
export function Reward({ reward }: { reward: RewardInstalment[] }) {
  const sum = total(reward.map((instalment) => instalment.amount));
  if (sum === undefined) {
    return <p class="soft">{t('reward.none')}</p>;
  }
  return (
    <div>
      {Number(sum.amount) > 0 && <p class="sum">{t('reward.sum', { amount: roundMoney(sum) })}</p>}
      <ul>
        {reward.map((instalment) => (
          <li key={instalment.number}>
            {t('reward.part', {
              amount: worth(instalment),
              milestone: milestone(instalment),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
