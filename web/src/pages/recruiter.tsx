import { useState } from 'preact/hooks';
import type { PageProps } from '../App';
import { send } from '../api/send';
import type { Decision, RecruiterView, ReferrerView } from '../api/types';
import { Form, missing } from '../form/Form';
import { Input, Select } from '../form/fields';
import { moment } from '../format/dates';
import { locale, t, word } from '../i18n';
import { is } from '../me';
import { announce } from '../parts/announce';
import { Decisions, Money, nextStep, Timeline } from '../parts/Course';
import { Facts } from '../parts/Facts';
import { Listed, useList } from '../parts/list';
import { useLoad } from '../parts/load';
import { Page, Show, toHeading } from '../parts/Page';
import { State } from '../parts/State';
import { to } from '../routes';
import { useTitles } from '../vacancies';
import { freshEvery, loadReferral, nameOf } from './Referral';

export function Worklist() {
  const title = useTitles();
  const list = useList(
    (cursor) => send((api, headers) => api.GET('/worklist', { headers, params: { query: cursor } })),
    [],
    freshEvery,
  );
  if (list.failure?.kind === 'forbidden') {
    return (
      <Page title={t('worklist.title')}>
        <p class="note">{t('worklist.byLink')}</p>
      </Page>
    );
  }
  return (
    <Page title={t('worklist.title')}>
      <p>{t('worklist.text')}</p>
      <Listed list={list} empty={t('worklist.none')}>
        {(items) => (
          <ul class="rows">
            {items.map((item) => (
              <li key={`${item.referralId} ${item.waitsFor}`}>
                <div>
                  <p>
                    <a href={to('work', { id: item.referralId })}>
                      <strong>{item.candidate.name ?? t('worklist.nameless')}</strong>
                    </a>
                  </p>
                  <p class="soft">
                    {title(item.vacancyId)}, {t('worklist.since', { at: moment(item.since) })}
                    {item.phase && item.phaseSince && (
                      <>
                        {'. '}
                        {t('worklist.phase', {
                          phase: item.phase[locale.value],
                          at: moment(item.phaseSince),
                        })}
                      </>
                    )}
                  </p>
                </div>
                <span class="tag wait">{word('waitsFor', item.waitsFor)}</span>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

export function Work({ params }: PageProps) {
  const id = params.id ?? '';
  const referral = useLoad(() => loadReferral(id), [id], freshEvery);
  const view = referral.data;
  const back = { to: to('worklist'), text: t('nav.worklist') };
  return (
    <Page title={view ? nameOf(view) : t('referral.title')} back={back}>
      <Show from={referral}>
        {(loaded) =>
          isWhole(loaded) ? (
            <Shown referral={loaded} reload={referral.reload} />
          ) : (
            <p class="note">
              {t('work.own')} <a href={to('referral', { id })}>{t('receipt.follow')}</a>
            </p>
          )
        }
      </Show>
    </Page>
  );
}

function isWhole(view: ReferrerView | RecruiterView): view is RecruiterView {
  return 'referrer' in view;
}

function Shown({ referral, reload }: { referral: RecruiterView; reload: () => Promise<void> }) {
  const title = useTitles();
  const { candidate } = referral;
  const [said, setSaid] = useState<string>();
  const done = (text: string) => () => {
    setSaid(text);
    announce(text);
    void reload();
    toHeading();
  };
  return (
    <>
      <p>
        <State group="state" value={referral.state} /> {title(referral.vacancyId)}
      </p>
      {said && <p class="note good">{said}</p>}
      <Acts referral={referral} done={done} />
      <h2>{t('work.candidate')}</h2>
      <Facts
        rows={[
          [t('stored.name'), candidate.name ?? t('work.gone')],
          [t('stored.email'), candidate.email],
          [t('stored.phone'), candidate.phone],
          [t('stored.linkedin'), candidate.linkedin],
          [t('stored.language'), candidate.language && word('language', candidate.language)],
          [t('work.referrer'), referral.referrer.name],
          [t('stored.relation'), referral.relation && word('relation', referral.relation)],
          [t('stored.fit'), referral.fit === null ? null : word('fit', String(referral.fit))],
          [t('stored.introduction'), referral.introduction],
          [t('work.receipt'), String(referral.receipt.number)],
        ]}
      />
      <h2>{t('referral.timeline')}</h2>
      <Timeline entries={referral.timeline} />
      <Decisions decisions={referral.decisions} />
      <h2>{t('referral.money')}</h2>
      {referral.terms.promisedBy !== 'terms' && (
        <p class="hint">{t(`promisedBy.${referral.terms.promisedBy}`)}</p>
      )}
      <Money instalments={referral.instalments} />
    </>
  );
}

const rejections = [
  'experience',
  'skills',
  'language',
  'location',
  'salary',
  'position-filled',
  'other',
] as const;
const settlements = ['referred-first', 'referred-too-late', 'not-eligible', 'mistake', 'other'] as const;

function Acts({ referral, done }: { referral: RecruiterView; done: (text: string) => () => void }) {
  const { id } = referral;
  switch (referral.state) {
    case 'screening':
      return (
        <>
          <section class="card stack">
            <h2>{t('work.decide')}</h2>
            <Form
              button={t('work.advance')}
              read={() => ({ body: { decision: 'advance' } as Decision, errors: [] })}
              send={(decision) => decide(id, decision)}
              done={done(t('work.advanced'))}
            >
              <p>{t('work.advance.text')}</p>
            </Form>
            <Form
              button={t('work.reject')}
              look="danger"
              read={(typed) => ({
                body: { decision: 'reject', reason: typed('reason') } as Decision,
                errors: missing(typed, 'reason'),
              })}
              send={(decision) => decide(id, decision)}
              done={done(t('work.rejected'))}
            >
              <Select
                name="reason"
                label={t('work.reason')}
                hint={t('work.reason.hint')}
                options={rejections.map((value) => ({ value, label: word('reason', value) }))}
                empty={t('form.choose')}
              />
            </Form>
          </section>
          <Move referral={referral} done={done(t('work.phase.done'))} />
        </>
      );
    case 'invited':
      return (
        <>
          <Next referral={referral} />
          <Correct id={id} done={done(t('work.address.done'))} />
        </>
      );
    case 'hiring':
      return (
        <>
          <Next referral={referral} />
          <Move referral={referral} done={done(t('work.phase.done'))} />
        </>
      );
    case 'held':
      return is('programme-manager') ? (
        <Settle referral={referral} done={done(t('work.settled'))} />
      ) : (
        <div class="note wait">
          <p>{t('work.held')}</p>
        </div>
      );
    default:
      return (
        <p class="note">
          {t('referral.next')}: {nextStep(referral.nextStep)}
        </p>
      );
  }
}

function Next({ referral }: { referral: RecruiterView }) {
  return (
    <div class="note">
      <p>{nextStep(referral.nextStep)}</p>
      <p>
        <a href={to('entry', { id: referral.id })}>{t('work.enterHire')}</a>
      </p>
    </div>
  );
}

/** Moving to another phase than the one that it is in. */
function Move({ referral, done }: { referral: RecruiterView; done: () => void }) {
  const { id } = referral;
  const { phases, path } = referral.procedure;
  const now = path.at(-1)?.phase;
  const others = phases.filter((phase) => phase.id !== now);
  return others.length === 0 ? null : (
    <section class="card stack">
      <h2>{t('work.phase')}</h2>
      <Form
        button={t('work.phase.do')}
        read={(typed) => ({ body: { phase: typed('phase') }, errors: missing(typed, 'phase') })}
        send={(body) =>
          send((api, headers) =>
            api.POST('/referrals/{id}/phase', { headers, params: { path: { id } }, body }),
          )
        }
        done={done}
      >
        <p>{t('work.phase.text')}</p>
        <Select
          name="phase"
          label={t('work.phase.label')}
          options={others.map((phase) => ({ value: phase.id, label: phase[locale.value] }))}
          empty={t('form.choose')}
        />
      </Form>
    </section>
  );
}

function Correct({ id, done }: { id: string; done: () => void }) {
  return (
    <details class="card">
      <summary>{t('work.address')}</summary>
      <Form
        button={t('work.address.do')}
        read={(typed) => ({ body: { email: typed('email') }, errors: missing(typed, 'email') })}
        send={(body) =>
          send((api, headers) =>
            api.PUT('/referrals/{id}/candidate-email', { headers, params: { path: { id } }, body }),
          )
        }
        done={done}
      >
        <p>{t('work.address.text')}</p>
        <Input
          name="email"
          label={t('work.address.label')}
          type="email"
          inputmode="email"
          autocomplete="off"
        />
      </Form>
    </details>
  );
}

/** What is in doubt stands in the decisions above; a part can be allowed on appeal only. */
function Settle({ referral, done }: { referral: RecruiterView; done: () => void }) {
  const { id } = referral;
  return (
    <section class="card stack">
      <h2>{t('work.settle')}</h2>
      <p>{t('work.settle.text')}</p>
      <Form
        button={t('work.settle.do')}
        read={(typed) => ({
          body: {
            decision: typed('decision'),
            reason: typed('reason'),
            ...(typed('share') !== '' && { share: Number(typed('share')) }),
          } as Decision,
          errors: missing(typed, 'decision', 'reason'),
        })}
        send={(decision) => decide(id, decision)}
        done={done}
      >
        <Select
          name="decision"
          label={t('work.settle.decision')}
          options={[
            { value: 'allow', label: t('work.settle.allow') },
            { value: 'refuse', label: t('work.settle.refuse') },
          ]}
          empty={t('form.choose')}
        />
        <Select
          name="reason"
          label={t('work.reason')}
          options={settlements.map((value) => ({ value, label: word('reason', value) }))}
          empty={t('form.choose')}
        />
        {referral.heldBecause === 'appealed' && (
          <Input
            name="share"
            label={t('work.settle.share')}
            hint={t('work.settle.share.hint')}
            optional
            inputmode="numeric"
            autocomplete="off"
          />
        )}
      </Form>
    </section>
  );
}

function decide(id: string, body: Decision) {
  return send((api, headers) =>
    api.POST('/referrals/{id}/decisions', { headers, params: { path: { id } }, body }),
  );
}

export function Failures() {
  const list = useList((cursor) =>
    send((api, headers) => api.GET('/failures', { headers, params: { query: cursor } })),
  );
  return (
    <Page title={t('failures.title')}>
      <p>{t('failures.text')}</p>
      <Listed list={list} empty={t('failures.none')}>
        {(items) => (
          <ul class="rows">
            {items.map((failure) => (
              <li key={failure.id}>
                <div>
                  <p>
                    <strong>{word('failureReason', failure.reason)}</strong>
                  </p>
                  <p class="soft">
                    {moment(failure.at)}
                    {failure.eventId && (
                      <>
                        , <code>{failure.eventId}</code>
                      </>
                    )}
                  </p>
                </div>
                <span class="tag over">{word('failureKind', failure.kind)}</span>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}
