import type { PageProps } from '../App';
import { send } from '../api/send';
import type { Thanks as Prepared } from '../api/types';
import { Form } from '../form/Form';
import { day, moment } from '../format/dates';
import { t } from '../i18n';
import { announce } from '../parts/announce';
import { Facts } from '../parts/Facts';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';

/** What was prepared to thank a referrer, for the manager who does. */
export function Thanks({ params }: PageProps) {
  const id = params.id ?? '';
  const prepared = useLoad(
    () => send((api, headers) => api.GET('/referrals/{id}/thanks', { headers, params: { path: { id } } })),
    [id],
  );
  return (
    <Page title={t('thanks.title')}>
      <Show from={prepared}>
        {(thanks) => (
          <>
            <Facts
              rows={[
                [t('thanks.referrer'), thanks.referrer.name],
                [t('refer.vacancy'), thanks.vacancy.title],
                [t('thanks.manager'), thanks.manager.name],
                [t('thanks.until'), day(thanks.escalateAfter)],
                [t('kind.thanked'), thanks.thankedAt && moment(thanks.thankedAt)],
                [t('kind.mentioned'), thanks.mentionedAt && moment(thanks.mentionedAt)],
              ]}
            />
            {thanks.thankedAt === null && <Done thanks={thanks} deed="thanks" changed={prepared.put} />}
            {thanks.mentionedAt === null && <Done thanks={thanks} deed="mention" changed={prepared.put} />}
          </>
        )}
      </Show>
    </Page>
  );
}

interface DoneProps {
  thanks: Prepared;
  deed: 'thanks' | 'mention';
  changed: (now: Prepared) => void;
}

function Done({ thanks, deed, changed }: DoneProps) {
  return (
    <Form
      button={deed === 'thanks' ? t('thanks.done.thanks') : t('thanks.done.mention')}
      read={() => ({ body: { done: deed }, errors: [] })}
      send={(body) =>
        send((api, headers) =>
          api.POST('/referrals/{id}/thanks', {
            headers,
            params: { path: { id: thanks.referralId } },
            body,
          }),
        )
      }
      done={(now) => {
        announce(t('form.saved'));
        changed(now);
      }}
    >
      {null}
    </Form>
  );
}
