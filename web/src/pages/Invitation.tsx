import { useState } from 'preact/hooks';
import type { PageProps } from '../App';
import { sendUnsigned } from '../api/send';
import type { InvitationAnswer, Invitation as Invited } from '../api/types';
import { Form } from '../form/Form';
import { Radios } from '../form/fields';
import { day } from '../format/dates';
import { t, word } from '../i18n';
import { announce } from '../parts/announce';
import { Facts } from '../parts/Facts';
import { useLoad } from '../parts/load';
import { Loading, Page } from '../parts/Page';
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
    document.querySelector('h1')?.focus();
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
      {data && failure?.kind !== 'absent' && <Shown invitation={data} send={send} done={done} />}
    </Page>
  );
}

interface ShownProps {
  invitation: Invited;
  send: (body: InvitationAnswer) => ReturnType<typeof sendUnsigned<unknown>>;
  done: (text: string) => () => void;
}

function Shown({ invitation, send, done }: ShownProps) {
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
      <details class="card" open={invitation.state === 'invited'}>
        <summary>{t('invitation.vacancy', { title: vacancy.title })}</summary>
        <p class="soft">{t('vacancies.level', { level: vacancy.functionLevel })}</p>
        <p class="pre">{vacancy.profile}</p>
      </details>
      {invitation.state === 'invited' && <Answer send={send} done={done} />}
      <h2>{t('invitation.stored')}</h2>
      {stored === null ? <p>{t('invitation.nothing')}</p> : <Stored data={stored} />}
      {stored !== null && <p>{t('invitation.why', { referrer: invitation.referrer.name })}</p>}
      {stored !== null && (
        <p>
          {invitation.keptUntil === null
            ? t('invitation.kept')
            : t('invitation.keptUntil', { day: day(invitation.keptUntil) })}
        </p>
      )}
      {stored !== null && invitation.feedback !== null && (
        <p>{t('invitation.feedback.chosen', { choice: word('feedback', invitation.feedback) })}</p>
      )}
      {stored !== null && invitation.keep !== null && (
        <p>{t('invitation.keep.chosen', { choice: word('keep', invitation.keep) })}</p>
      )}
      <h2>{t('invitation.rights')}</h2>
      <ul>
        {invitation.rights.map((right) => (
          <li key={right}>{word('right', right)}</li>
        ))}
      </ul>
      {stored !== null && (
        <>
          <h2>{t('invitation.withdraw')}</h2>
          <p>{t('invitation.withdraw.text')}</p>
          <Form
            button={t('invitation.withdraw.do')}
            look="danger"
            read={() => ({ body: { answer: 'withdraw' } as const, errors: [] })}
            send={send}
            done={done(t('invitation.withdraw.done'))}
          >
            {null}
          </Form>
        </>
      )}
    </>
  );
}

function Answer({ send, done }: Omit<ShownProps, 'invitation'>) {
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
