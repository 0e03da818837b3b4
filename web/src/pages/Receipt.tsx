import { useEffect } from 'preact/hooks';
import type { PageProps } from '../App';
import { moment } from '../format/dates';
import { t } from '../i18n';
import { Page } from '../parts/Page';
import { instead, to } from '../routes';
import { given } from './Refer';

export function Receipt({ params }: PageProps) {
  const receipt = given.value?.id === params.id ? given.value : undefined;
  const id = params.id ?? '';
  useEffect(() => {
    if (receipt === undefined) {
      instead('referral', { id }); // Opened again later: the referral's own page knows more.
    }
  }, [receipt, id]);
  if (receipt === undefined) {
    return null;
  }
  return (
    <Page title={t('receipt.title')}>
      <div class="note good">
        <p class="lead">{t('receipt.number', { number: receipt.receipt.number })}</p>
        <p>{t('receipt.at', { at: moment(receipt.receipt.receivedAt) })}</p>
        <p>
          {t('receipt.terms', { version: receipt.terms.version })}{' '}
          <a href={to('terms', { version: String(receipt.terms.version) })}>{t('referral.terms')}</a>
        </p>
      </div>
      <h2>{t('receipt.next')}</h2>
      <p>{t('receipt.next.text')}</p>
      <p class="buttons">
        <a class="button" href={to('referral', { id })}>
          {t('receipt.follow')}
        </a>
        <a class="button second" href={to('vacancies')}>
          {t('receipt.another')}
        </a>
      </p>
    </Page>
  );
}
