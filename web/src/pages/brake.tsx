import type { PageProps } from '../App';
import { send } from '../api/send';
import type { BrakeReason, Brake as Standing } from '../api/types';
import { Form, missing } from '../form/Form';
import { Area } from '../form/fields';
import { moment } from '../format/dates';
import { t, word } from '../i18n';
import { announce } from '../parts/announce';
import { Listed, useList } from '../parts/list';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';

/** Whether payouts are frozen, for whoever may freeze them. */
export function useBrake() {
  return useLoad(() => send((api, headers) => api.GET('/brake', { headers })), []);
}

export function Brake(_: PageProps) {
  const brake = useBrake();
  return (
    <Page title={t('brake.title')}>
      <Show from={brake}>
        {(standing) => (
          <>
            <Operating key={standing.version} standing={standing} changed={brake.put} />
            <h2>{t('brake.report')}</h2>
            <Report />
            <h2>{t('brake.changes')}</h2>
            <Changes version={standing.version} />
          </>
        )}
      </Show>
    </Page>
  );
}

function Operating({ standing, changed }: { standing: Standing; changed: (now: Standing) => void }) {
  return (
    <>
      <p class={standing.frozen ? 'note' : undefined}>
        {standing.frozen ? t('brake.frozen') : t('brake.flowing')}
      </p>
      {standing.frozen && <Reasons reasons={standing.reasons} />}
      <Form
        button={standing.frozen ? t('brake.thaw') : t('brake.freeze')}
        look={standing.frozen ? 'second' : 'danger'}
        read={(typed) => ({
          body: {
            frozen: !standing.frozen,
            reason: typed('reason'),
            ...(standing.frozen ? { version: standing.version } : {}),
          },
          errors: missing(typed, 'reason'),
        })}
        send={(body) => send((api, headers) => api.POST('/brake', { headers, body }))}
        done={(now) => {
          announce(now.frozen ? t('brake.nowFrozen') : t('brake.nowFlowing'));
          changed(now);
        }}
        explain={(failure) => (failure.type.endsWith(':differs') ? <p>{t('brake.stale')}</p> : undefined)}
      >
        <Area name="reason" label={t('brake.reason')} hint={t('brake.reason.hint')} rows={2} />
      </Form>
    </>
  );
}

/** Why payouts are frozen: what a person gave, or what was found. */
export function Reasons({ reasons }: { reasons: BrakeReason[] }) {
  return (
    <ul class="rows">
      {reasons.map((reason) => (
        <li key={reason.at + reason.cause + reason.referralId}>
          <div>
            <p>
              <strong>
                {reason.cause === 'operator' ? reason.reason : word('brakeCause', reason.cause)}
              </strong>
            </p>
            <p class="soft">
              {moment(reason.at)}
              {reason.by?.name && `, ${reason.by.name}`}
              {reason.referralId && (
                <>
                  , <code>{reason.referralId}</code>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Report() {
  const report = useLoad(() => send((api, headers) => api.GET('/pre-payment-report', { headers })), []);
  return (
    <Show from={report}>
      {({ items, differences }) => (
        <p>
          {t('brake.reported', { count: items.length })}{' '}
          {differences === 0 ? t('brake.agrees') : t('brake.differs', { count: differences })}
        </p>
      )}
    </Show>
  );
}

function Changes({ version }: { version: number }) {
  const list = useList(
    (cursor) => send((api, headers) => api.GET('/brake/changes', { headers, params: { query: cursor } })),
    [version],
  );
  return (
    <Listed list={list} empty={t('brake.never')}>
      {(items) => (
        <ul class="rows">
          {items.map((change) => (
            <li key={change.at + change.reason}>
              <div>
                <p>
                  <strong>{change.frozen ? t('brake.wasFrozen') : t('brake.wasThawed')}</strong>
                </p>
                <p class="soft">
                  {moment(change.at)}
                  {change.by?.name && `, ${change.by.name}`}
                  {`: ${change.cause === null || change.cause === 'operator' ? change.reason : word('brakeCause', change.cause)}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}
