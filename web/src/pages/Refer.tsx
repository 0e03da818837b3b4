import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { PageProps } from '../App';
import type { Failure } from '../api/problem';
import { send } from '../api/send';
import type { Submission, SubmissionReceipt, Vacancy } from '../api/types';
import { looksLikeEmail } from '../form/checks';
import { Form, missing, type Typed } from '../form/Form';
import { Area, Input, Radios, Select } from '../form/fields';
import { t, word } from '../i18n';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';
import { go, to } from '../routes';
import { loadVacancies } from '../vacancies';
import { Reward } from './Vacancies';

/** The receipt just given, for the page that shows it. */
export const given = signal<SubmissionReceipt | undefined>(undefined);

const relations = ['project', 'education', 'community', 'friend', 'family', 'other'] as const;

export function Refer({ params }: PageProps) {
  const vacancies = useLoad(loadVacancies, []);
  return (
    <Page title={t('refer.title')} back={{ to: to('vacancies'), text: t('nav.vacancies') }}>
      <p>{t('refer.text')}</p>
      <Show from={vacancies}>
        {({ items }) => (
          <Filling
            vacancies={items.filter((vacancy) => vacancy.status === 'open' && vacancy.inProgramme)}
            chosen={params.vacancyId ?? ''}
          />
        )}
      </Show>
    </Page>
  );
}

function Filling({ vacancies, chosen }: { vacancies: Vacancy[]; chosen: string }) {
  const [id, setId] = useState(chosen);
  const vacancy = vacancies.find((one) => one.id === id);
  return (
    <Form button={t('refer.send')} read={read} send={submit} done={received} explain={explain}>
      <Select
        name="vacancyId"
        label={t('refer.vacancy')}
        options={vacancies.map((one) => ({ value: one.id, label: one.title }))}
        value={vacancy?.id}
        empty={vacancy === undefined ? t('form.choose') : undefined}
        change={setId}
      />
      <Input name="candidate.name" label={t('refer.name')} maxlength={200} />
      <Input
        name="candidate.email"
        label={t('refer.email')}
        hint={t('refer.email.hint')}
        type="email"
        inputmode="email"
        maxlength={254}
      />
      <details class="card">
        <summary>{t('refer.more')}</summary>
        <div class="stack">
          <Select
            name="relation"
            label={t('refer.relation')}
            options={relations.map((value) => ({ value, label: word('relation', value) }))}
            empty={t('form.none')}
            optional="plainly"
          />
          <Radios
            name="fit"
            label={t('refer.fit')}
            options={[5, 4, 3, 2, 1].map((fit) => ({ value: String(fit), label: word('fit', String(fit)) }))}
            optional="plainly"
          />
          <Area
            name="introduction"
            label={t('refer.introduction')}
            hint={t('refer.introduction.hint')}
            maxlength={2000}
            optional="plainly"
          />
          <Input
            name="candidate.phone"
            label={t('refer.phone')}
            type="tel"
            maxlength={30}
            optional="plainly"
          />
          <Input
            name="candidate.linkedin"
            label={t('refer.linkedin')}
            hint={t('refer.linkedin.hint')}
            type="url"
            maxlength={300}
            optional="plainly"
          />
          <Select
            name="candidate.language"
            label={t('refer.language')}
            options={[
              { value: 'nl', label: t('language.nl') },
              { value: 'en', label: t('language.en') },
            ]}
            empty={t('form.none')}
            optional="plainly"
          />
        </div>
      </details>
      {vacancy && <Reward reward={vacancy.reward} />}
      <p class="note">{t('refer.note')}</p>
    </Form>
  );
}

export function read(typed: Typed): { body: Submission; errors: ReturnType<typeof missing> } {
  const optional = <K extends string>(key: K, value: string) =>
    (value === '' ? {} : { [key]: value }) as Partial<Record<K, string>>;
  const candidate = {
    name: typed('candidate.name'),
    email: typed('candidate.email'),
    ...optional('phone', typed('candidate.phone')),
    ...optional('linkedin', typed('candidate.linkedin')),
    ...optional('language', typed('candidate.language')),
  };
  const body = {
    vacancyId: typed('vacancyId'),
    candidate,
    ...optional('relation', typed('relation')),
    ...optional('introduction', typed('introduction')),
    ...(typed('fit') === '' ? {} : { fit: Number(typed('fit')) }),
  } as Submission;
  const errors = missing(typed, 'vacancyId', 'candidate.name', 'candidate.email');
  if (candidate.email !== '' && !looksLikeEmail(candidate.email)) {
    errors.push({ field: 'candidate.email', code: 'format', message: '' });
  }
  return { body, errors };
}

function submit(body: Submission, key: string) {
  return send((api, headers) =>
    api.POST('/referrals', { headers, params: { header: { 'Idempotency-Key': key } }, body }),
  );
}

function received(receipt: SubmissionReceipt): void {
  given.value = receipt;
  go('receipt', { id: receipt.id });
}

function explain(failure: Failure) {
  const id = failure.more.referralId;
  return failure.type.endsWith(':already-referred') && typeof id === 'string' ? (
    <p>
      {t('refer.already')} <a href={to('referral', { id })}>{t('refer.already.link')}</a>
    </p>
  ) : undefined;
}
