import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageProps } from '../App';
import { send } from '../api/send';
import type { RecruiterView, ReferrerView } from '../api/types';
import { Form, missing } from '../form/Form';
import { Radios } from '../form/fields';
import { moment } from '../format/dates';
import { t, word } from '../i18n';
import { announce } from '../parts/announce';
import { Decisions, Money, nextStep, Timeline } from '../parts/Course';
import { useLoad } from '../parts/load';
import { Page, Show, toHeading } from '../parts/Page';
import { State } from '../parts/State';
import { to } from '../routes';
import { useTitles } from '../vacancies';

/** An open page shows what happened within 10 seconds, the way of the answer included. */
export const freshEvery = 8_000;

export function loadReferral(id: string) {
  return send((api, headers) => api.GET('/referrals/{id}', { headers, params: { path: { id } } }));
}

export function Referral({ params }: PageProps) {
  const id = params.id ?? '';
  const referral = useLoad(() => loadReferral(id), [id], freshEvery);
  const data = referral.data;
  useNews(data);
  return (
    <Page
      title={data ? nameOf(data) : t('referral.title')}
      back={{ to: to('referrals'), text: t('nav.referrals') }}
    >
      <Show from={referral}>{(view) => <Shown referral={view} reload={referral.reload} />}</Show>
    </Page>
  );
}

export function nameOf(referral: ReferrerView | RecruiterView): string {
  return referral.candidate.name ?? t('referral.nameless', { number: referral.receipt.number });
}

/** Tells listeners when a page that stays open changes under them. */
function useNews(referral: ReferrerView | RecruiterView | undefined): void {
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (referral === undefined) {
      return;
    }
    const state = `${referral.state} ${referral.timeline.length}`;
    if (before.current !== undefined && before.current !== state) {
      announce(t('referral.changed', { state: word('state', referral.state) }));
    }
    before.current = state;
  }, [referral]);
}

function Shown({
  referral,
  reload,
}: {
  referral: ReferrerView | RecruiterView;
  reload: () => Promise<void>;
}) {
  const title = useTitles();
  const [said, setSaid] = useState<string>();
  return (
    <>
      {said && <p class="note good">{said}</p>}
      <p>
        <State group="state" value={referral.state} /> {title(referral.vacancyId)}
      </p>
      <div class="note">
        <h2>{t('referral.next')}</h2>
        <p>{nextStep(referral.nextStep)}</p>
      </div>
      <h2>{t('referral.money')}</h2>
      <Money instalments={referral.instalments} />
      <h2>{t('referral.timeline')}</h2>
      <Timeline entries={referral.timeline} />
      <Decisions decisions={referral.decisions} />
      <p class="soft">
        {t('referral.receipt', {
          number: referral.receipt.number,
          at: moment(referral.receipt.receivedAt),
          version: referral.terms.version,
        })}{' '}
        <a href={to('terms', { version: String(referral.terms.version) })}>{t('referral.terms')}</a>
        {referral.terms.promisedBy !== 'terms' && (
          <>
            <br />
            {t(`promisedBy.${referral.terms.promisedBy}`)}
          </>
        )}
      </p>
      {'mayAppeal' in referral && referral.mayAppeal && (
        <details>
          <summary>{t('appeal.title')}</summary>
          <div class="stack">
            <p>{t('appeal.text')}</p>
            <Form
              button={t('appeal.do')}
              read={(typed) => ({
                body: { id: referral.id, reason: typed('reason') as AppealReason },
                errors: missing(typed, 'reason'),
              })}
              send={appeal}
              done={() => {
                setSaid(t('appeal.done'));
                announce(t('appeal.done'));
                void reload();
                toHeading();
              }}
            >
              <Radios
                name="reason"
                label={t('appeal.reason')}
                options={appealReasons.map((value) => ({ value, label: word('appealReason', value) }))}
              />
            </Form>
          </div>
        </details>
      )}
      {['invited', 'screening', 'hiring'].includes(referral.state) && (
        <details>
          <summary>{t('referral.takeBack')}</summary>
          <div class="stack">
            <p>{t('referral.takeBack.text')}</p>
            <Form
              button={t('referral.takeBack.do')}
              look="danger"
              read={() => ({ body: referral.id, errors: [] })}
              send={takeBack}
              done={() => {
                setSaid(t('referral.takeBack.done'));
                announce(t('referral.takeBack.done'));
                void reload();
                toHeading();
              }}
            >
              {null}
            </Form>
          </div>
        </details>
      )}
    </>
  );
}

const appealReasons = ['referred-first', 'candidate-not-known', 'wrong-date', 'other'] as const;

type AppealReason = (typeof appealReasons)[number];

function appeal({ id, reason }: { id: string; reason: AppealReason }) {
  return send((api, headers) =>
    api.POST('/referrals/{id}/appeal', { headers, params: { path: { id } }, body: { reason } }),
  );
}

function takeBack(id: string) {
  return send((api, headers) =>
    api.POST('/referrals/{id}/withdrawal', { headers, params: { path: { id } } }),
  );
}
