import { t } from '../i18n';
import { Page } from '../parts/Page';
import { signIn } from '../session';

export function Welcome() {
  return (
    <Page title={t('welcome.title')}>
      <p class="lead">{t('welcome.text')}</p>
      <button type="button" class="button" onClick={() => void signIn()}>
        {t('session.signIn')}
      </button>
    </Page>
  );
}
