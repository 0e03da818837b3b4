import { useState } from 'preact/hooks';
import type { PageProps } from '../App';
import type { Failure } from '../api/problem';
import { sendUnsigned } from '../api/send';
import type { CandidateDetails, InvitationAnswer, Invitation as Invited } from '../api/types';
import { Form, missing, type Typed } from '../form/Form';
import { Input, Radios, Select } from '../form/fields';
import { day } from '../format/dates';
import { t, word } from '../i18n';
import { announce } from '../parts/announce';
import { Facts } from '../parts/Facts';
import { useLoad } from '../parts/load';
import { Loading, Page, toHeading } from '../parts/Page';
import { Problem } from '../parts/Problem';

/** The candidate's own page. The link's token is the key: it goes out in a header and nowhere else. */
export function Invitation({ params }: PageProps) {
  const token = params.token ?? '';
  const header = { 'Invitation-Token': token };
  const invitation = useLoad(
    () => sendUnsigned((api) => api.GET('/invitation', { params: { header } })),
    [token],
  );
  const [said, setSaid] = useState<string>();
  const { data, failure } = invitation;

  const send = (body: InvitationAnswer) =>
    sendUnsigned((api) => api.POST('/invitation', { params: { header }, body }));
  const done = (text: string) => () => {
    setSaid(text);
    announce(text);
    void invitation.reload();
    toHeading();
  };

  const title = data
    ? t('invitation.title', { referrer: data.referrer.name, title: data.vacancy.title })
    : t('invitation.plain');
  return (
    <Page title={title}>
      {said && <p class="note good">{said}</p>}
      {failure?.kind === 'absent' ? (
        said === undefined && <p class="note">{t('invitation.gone')}</p>
      ) : failure ? (
        <Problem failure={failure} retry={() => void invitation.reload()} />
      ) : (
        data === undefined && <Loading />
      )}
      {data && failure?.kind !== 'absent' && (
        <Shown invitation={data} token={token} send={send} done={done} />
      )}
    </Page>
  );
}

interface ShownProps {
  invitation: Invited;
  token: string;
  send: (body: InvitationAnswer) => ReturnType<typeof sendUnsigned<unknown>>;
  done: (text: string) => () => void;
}

function Shown({ invitation, token, send, done }: ShownProps) {
  const { vacancy, stored } = invitation;
  return (
    <>
      {invitation.state === 'invited' ? (
        <p class="lead">
          {t('invitation.lead', {
            referrer: invitation.referrer.name,
            organisation: invitation.organisation,
            title: vacancy.title,
          })}
        </p>
      ) : (
        <p class="lead">{t('invitation.now', { state: word('candidateState', invitation.state) })}</p>
      )}
      <details class="card stack" open={invitation.state === 'invited'}>
        <summary>{t('invitation.vacancy', { title: vacancy.title })}</summary>
        <p class="soft">{t('vacancies.level', { level: vacancy.functionLevel })}</p>
        <p class="pre">{vacancy.profile}</p>
      </details>
      {invitation.state === 'invited' && <Answer send={send} done={done} />}
      <h2>{t('invitation.stored')}</h2>
      {stored === null ? <p>{t('invitation.nothing')}</p> : <Stored data={stored} />}
      {stored !== null && (
        <p>
          {t(over.has(invitation.state) ? 'invitation.wasFor' : 'invitation.why', {
            referrer: invitation.referrer.name,
          })}
        </p>
      )}
      {stored !== null && invitation.keptUntil !== null && (
        <p>
          {t(running.has(invitation.state) ? 'invitation.keptAtMost' : 'invitation.keptUntil', {
            day: day(invitation.keptUntil),
          })}
        </p>
      )}
      {stored !== null && invitation.feedback !== null && !over.has(invitation.state) && (
        <p>{t('invitation.feedback.chosen', { choice: within(word('feedback', invitation.feedback)) })}</p>
      )}
      {stored !== null && invitation.keep !== null && running.has(invitation.state) && (
        <p>{t('invitation.keep.chosen', { choice: within(word('keep', invitation.keep)) })}</p>
      )}
      <h2>{t('invitation.rights')}</h2>
      <ul>
        {invitation.rights.map((right) => (
          <li key={right}>{word('right', right)}</li>
        ))}
      </ul>
      {invitation.contact !== null && (
        <p>
          {t('invitation.contact')} <a href={`mailto:${invitation.contact}`}>{invitation.contact}</a>
        </p>
      )}
      <Copy token={token} />
      {stored !== null && <Correct data={stored} token={token} done={done} />}
      {stored !== null && <Leave over={over.has(invitation.state)} send={send} done={done} />}
      {stored !== null && <Objection send={send} done={done} />}
    </>
  );
}

/** The states in which people still decide: the data is kept until some time after that. */
const running: ReadonlySet<Invited['state']> = new Set(['screening', 'hiring']);

/** The states after which nothing more happens: there is nothing left to withdraw from, only data to delete. */
const over: ReadonlySet<Invited['state']> = new Set([
  'completed',
  'declined',
  'rejected',
  'withdrawn',
  'expired',
  'lapsed',
  'hire-cancelled',
  'left',
  'not-eligible',
  'already-known',
]);

function Leave({ over, send, done }: { over: boolean } & Omit<ShownProps, 'invitation' | 'token'>) {
  const [gone, setGone] = useState(false);
  const words = over
    ? {
        title: t('invitation.erase'),
        text: t('invitation.erase.text'),
        button: t('invitation.erase.do'),
        done: t('invitation.erase.done'),
      }
    : {
        title: t('invitation.withdraw'),
        text: t('invitation.withdraw.text'),
        button: t('invitation.withdraw.do'),
        done: t('invitation.withdraw.done'),
      };
  const left = done(words.done);
  return gone ? null : (
    <>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Form
        button={words.button}
        look="danger"
        read={() => ({ body: { answer: 'withdraw' } as const, errors: [] })}
        send={send}
        done={() => {
          setGone(true);
          left();
        }}
      >
        {null}
      </Form>
    </>
  );
}

/** Everything that is stored, on the page and as a file. */
function Copy({ token }: { token: string }) {
  const [copy, setCopy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    if (busy) {
      return;
    }
    setBusy(true);
    const params = { header: { 'Invitation-Token': token } };
    const answer = await sendUnsigned((api) => api.POST('/invitation/copy', { params }));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) {
      setCopy(JSON.stringify(answer.value, null, 2));
      announce(t('copy.done'));
    }
  };
  return (
    <section class="stack">
      <h2>{t('copy.title')}</h2>
      <p>{t('copy.text')}</p>
      {failure && <Problem failure={failure} focus />}
      <button type="button" class="button second" aria-disabled={busy} onClick={() => void ask()}>
        {t('copy.do')}
      </button>
      {copy !== undefined && (
        <>
          <p>
            <a
              class="button second"
              href={`data:application/json;charset=utf-8,${encodeURIComponent(copy)}`}
              download={t('copy.file')}
            >
              {t('copy.download')}
            </a>
          </p>
          <details class="card">
            <summary>{t('copy.show')}</summary>
            <pre class="code" lang="en">
              {copy}
            </pre>
          </details>
        </>
      )}
    </section>
  );
}

interface CorrectProps extends Pick<ShownProps, 'token' | 'done'> {
  data: NonNullable<Invited['stored']>;
}

function Correct({ data, token, done }: CorrectProps) {
  const params = { header: { 'Invitation-Token': token } };
  return (
    <details class="card">
      <summary>{t('correct.title')}</summary>
      <p>{t('correct.text')}</p>
      <Form
        button={t('correct.do')}
        look="second"
        read={(typed) => ({ body: detailsOf(typed), errors: missing(typed, 'name') })}
        send={(body: CandidateDetails) => sendUnsigned((api) => api.PUT('/invitation', { params, body }))}
        done={done(t('correct.done'))}
      >
        <Input name="name" label={t('stored.name')} value={data.name} maxlength={200} autocomplete="name" />
        <Input
          name="phone"
          label={t('stored.phone')}
          type="tel"
          value={data.phone ?? ''}
          maxlength={30}
          autocomplete="tel"
          optional
        />
        <Input
          name="linkedin"
          label={t('stored.linkedin')}
          type="url"
          value={data.linkedin ?? ''}
          maxlength={300}
          optional
        />
        <Select
          name="language"
          label={t('stored.language')}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: word('language', value) }))}
          value={data.language}
        />
      </Form>
    </details>
  );
}

/** What was typed, as a whole: a field that was emptied is not stored any more. */
export function detailsOf(typed: Typed): CandidateDetails {
  const optional = (name: 'phone' | 'linkedin') => (typed(name) === '' ? {} : { [name]: typed(name) });
  return {
    name: typed('name'),
    ...optional('phone'),
    ...optional('linkedin'),
    language: typed('language') as CandidateDetails['language'],
  };
}

function Objection({ send, done }: Omit<ShownProps, 'invitation' | 'token'>) {
  return (
    <details class="card">
      <summary>{t('object.title')}</summary>
      <p>{t('object.text')}</p>
      <Form
        button={t('object.do')}
        look="danger"
        read={() => ({ body: { answer: 'object' } as const, errors: [] })}
        send={send}
        done={done(t('object.done'))}
      >
        {null}
      </Form>
    </details>
  );
}

/** A choice as part of a sentence. */
function within(choice: string): string {
  return choice.charAt(0).toLowerCase() + choice.slice(1);
}

function Answer({ send, done }: Omit<ShownProps, 'invitation' | 'token'>) {
  const choices = (group: 'feedback' | 'keep', values: readonly string[]) =>
    values.map((value) => ({ value, label: word(group, value) }));
  return (
    <section class="card stack">
      <h2>{t('invitation.answer')}</h2>
      <Form
        button={t('invitation.accept')}
        read={(typed) => ({
          body: {
            answer: 'accept',
            feedback: typed('feedback'),
            keep: typed('keep'),
          } as InvitationAnswer,
          errors: [],
        })}
        send={send}
        done={done(t('invitation.accepted'))}
      >
        <Radios
          name="feedback"
          label={t('invitation.feedback')}
          options={choices('feedback', ['nothing', 'stage', 'reason'])}
          value="stage"
        />
        <Radios
          name="keep"
          label={t('invitation.keep')}
          options={choices('keep', ['procedure', 'year'])}
          value="procedure"
        />
      </Form>
      <Form
        button={t('invitation.decline')}
        look="second"
        read={() => ({ body: { answer: 'decline' } as const, errors: [] })}
        send={send}
        done={done(t('invitation.declined'))}
      >
        {null}
      </Form>
    </section>
  );
}

function Stored({ data }: { data: NonNullable<Invited['stored']> }) {
  const rows: [string, string | null][] = [
    [t('stored.name'), data.name],
    [t('stored.email'), data.email],
    [t('stored.phone'), data.phone],
    [t('stored.linkedin'), data.linkedin],
    [t('stored.language'), word('language', data.language)],
    [t('stored.relation'), data.relation && word('relation', data.relation)],
    [t('stored.introduction'), data.introduction],
    [t('stored.fit'), data.fit === null ? null : word('fit', String(data.fit))],
  ];
  return <Facts rows={rows} />;
}
