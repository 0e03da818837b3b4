import { useRef, useState } from 'preact/hooks';
import type { PageProps } from '../App';
import { type Result, send } from '../api/send';
import type { EnteredHrEvent, HrEvent, RecruiterView, ReferrerView } from '../api/types';
import { now } from '../clock';
import { looksLikeEmail } from '../form/checks';
import { Form, missing, type Typed } from '../form/Form';
import { Input, Select } from '../form/fields';
import { day, moment } from '../format/dates';
import { t, word } from '../i18n';
import { is, me } from '../me';
import { announce, leave } from '../parts/announce';
import { Facts, type Row } from '../parts/Facts';
import { Listed, useList } from '../parts/list';
import { useLoad } from '../parts/load';
import { Page, Show, toHeading } from '../parts/Page';
import { go, to } from '../routes';
import { freshEvery, loadReferral, nameOf } from './Referral';

const types = [
  'CandidateHired',
  'StartDateChanged',
  'ProbationChanged',
  'HireCancelled',
  'EmploymentEnded',
] as const;
type Type = (typeof types)[number];

/** What was entered by hand and counts once a second person has agreed. */
export function Entries() {
  const list = useList(
    (cursor) =>
      send((api, headers) =>
        api.GET('/hr-events', { headers, params: { query: { state: 'pending', ...cursor } } }),
      ),
    [],
    freshEvery,
  );
  const [said, setSaid] = useState<string>();
  const done = () => {
    setSaid(t('entries.agreed'));
    announce(t('entries.agreed'));
    void list.reload();
    toHeading();
  };
  return (
    <Page title={t('entries.title')}>
      {said && <p class="note good">{said}</p>}
      <p>{t('entries.text')}</p>
      {is('recruiter') && (
        <p>
          <a class="button" href={to('entry')}>
            {t('entries.new')}
          </a>
        </p>
      )}
      <h2>{t('entries.pending')}</h2>
      <Listed list={list} empty={t('entries.none')}>
        {(items) => (
          <ul class="cards">
            {items.map((entry) => (
              <li class="card" key={entry.id}>
                <h3>{word('eventType', entry.type)}</h3>
                <Facts rows={rowsOf(entry)} />
                {entry.enteredBy.id === me.value?.id ? (
                  <p class="soft">{t('entries.own')}</p>
                ) : (
                  <Form
                    button={t('entries.agree')}
                    about={t('entries.agree.to', { employee: String(entry.data.employeeId ?? '') })}
                    read={() => ({ body: entry.id, errors: [] })}
                    send={agree}
                    done={done}
                  >
                    {null}
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function rowsOf(entry: EnteredHrEvent): Row[] {
  const known = [
    'employeeId',
    'startDate',
    'probationEndDate',
    'lastDay',
    'candidateEmail',
    'vacancyId',
    'referralId',
  ];
  const shown = known.flatMap((name): Row[] => {
    const value = entry.data[name];
    if (typeof value !== 'string') {
      return [];
    }
    if (name === 'referralId') {
      return [
        [
          word('data', name),
          <a key={name} href={to('work', { id: value })}>
            {t('entries.referral')}
          </a>,
        ],
      ];
    }
    const isDay = /Date$|^lastDay$/.test(name) && /^\d{4}-\d\d-\d\d$/.test(value);
    return [[word('data', name), isDay ? day(value) : value]];
  });
  return [
    ...shown,
    [t('entries.by'), t('entries.byAt', { name: entry.enteredBy.name, at: moment(entry.enteredAt) })],
  ];
}

function agree(id: string) {
  return send((api, headers) => api.POST('/hr-events/{id}/agreement', { headers, params: { path: { id } } }));
}

/** The form for what HR would report; with a referral, its hire. */
export function Entry({ params }: PageProps) {
  return (
    <Page title={t('entry.title')} back={{ to: to('entries'), text: t('nav.entries') }}>
      <p>{t('entry.text')}</p>
      {params.id === undefined ? <Filling /> : <OfReferral id={params.id} />}
    </Page>
  );
}

function OfReferral({ id }: { id: string }) {
  const referral = useLoad(() => loadReferral(id), [id]);
  return <Show from={referral}>{(view) => <Filling referral={view} />}</Show>;
}

function Filling({ referral }: { referral?: RecruiterView | ReferrerView }) {
  const [type, setType] = useState<Type>('CandidateHired');
  const has = (field: string) => fieldsOf[type].includes(field);
  const dated = useRef<{ key: string; at: string } | undefined>(undefined);

  async function enter(body: Omit<HrEvent, 'metadata'>, key: string): Promise<Result<unknown>> {
    if (dated.current?.key !== key) {
      // The same entry sent again must be the same to the second.
      dated.current = { key, at: (await now()).toISOString() };
    }
    const metadata = { id: key, occurredAt: dated.current.at, version: 1 } as const;
    return send((api, headers) =>
      api.POST('/hr-events', { headers, body: { ...body, metadata } as HrEvent }),
    );
  }

  return (
    <Form
      button={t('entry.send')}
      read={(typed) => read(typed, type, referral?.id)}
      send={enter}
      done={() => {
        leave(t('entry.sent'));
        go('entries');
      }}
    >
      {referral ? (
        <p class="note">{t('entry.for', { name: nameOf(referral) })}</p>
      ) : (
        <Select
          name="type"
          label={t('entry.type')}
          options={types.map((value) => ({ value, label: word('eventType', value) }))}
          value={type}
          change={(value) => setType(value as Type)}
        />
      )}
      <Input
        name="data.employeeId"
        label={t('data.employeeId')}
        hint={t('entry.employeeId.hint')}
        maxlength={64}
        short
      />
      {type === 'CandidateHired' && !referral && (
        <Input
          name="data.candidateEmail"
          label={t('data.candidateEmail')}
          hint={t('entry.candidateEmail.hint')}
          type="email"
          inputmode="email"
        />
      )}
      {has('startDate') && <Input name="data.startDate" label={t('data.startDate')} type="date" short />}
      {has('probationEndDate') && (
        <Input
          name="data.probationEndDate"
          label={t('data.probationEndDate')}
          hint={type === 'CandidateHired' ? t('entry.probation.hint') : undefined}
          type="date"
          short
          optional={type === 'CandidateHired'}
        />
      )}
      {has('lastDay') && <Input name="data.lastDay" label={t('data.lastDay')} type="date" short />}
    </Form>
  );
}

const fieldsOf: Record<Type, readonly string[]> = {
  CandidateHired: ['employeeId', 'startDate', 'probationEndDate', 'candidateEmail'],
  StartDateChanged: ['employeeId', 'startDate'],
  ProbationChanged: ['employeeId', 'probationEndDate'],
  HireCancelled: ['employeeId'],
  EmploymentEnded: ['employeeId', 'lastDay'],
};

function read(typed: Typed, type: Type, referralId: string | undefined) {
  const asked = fieldsOf[type].filter((field) => !(field === 'candidateEmail' && referralId !== undefined));
  const values = asked
    .map((field) => [field, typed(`data.${field}`)] as const)
    .filter(([, value]) => value !== '');
  const data = { ...Object.fromEntries(values), ...(referralId === undefined ? {} : { referralId }) };
  const optional = type === 'CandidateHired' ? ['probationEndDate'] : [];
  const errors = missing(
    typed,
    ...asked.filter((field) => !optional.includes(field)).map((field) => `data.${field}`),
  );
  const email = typed('data.candidateEmail');
  if (email !== '' && !looksLikeEmail(email)) {
    errors.push({ field: 'data.candidateEmail', code: 'format', message: '' });
  }
  return { body: { type, data } as Omit<HrEvent, 'metadata'>, errors };
}
