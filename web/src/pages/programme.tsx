import { useState } from 'preact/hooks';
import type { PageProps } from '../App';
import { type Result, send } from '../api/send';
import type { SettingsContent, Settings as Stored, Terms, TermsContent, Vacancy } from '../api/types';
import { Form, missing, type Typed } from '../form/Form';
import { Area, Input, Radios, Select } from '../form/fields';
import { moment } from '../format/dates';
import { type Due, milestone } from '../format/milestone';
import { money, readAmount, total, typedAmount, worth } from '../format/money';
import { t, word } from '../i18n';
import { is } from '../me';
import { leave } from '../parts/announce';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';
import { go, to } from '../routes';
import { loadVacancies } from '../vacancies';
import { loadTerms, loadUpcoming } from './Terms';

export function Programme() {
  const vacancies = useLoad(loadVacancies, []);
  return (
    <Page title={t('programme.title')}>
      {is('programme-manager') && (
        <ul>
          <li>
            <a href={to('settings')}>{t('settings.title')}</a>
          </li>
          <li>
            <a href={to('newTerms')}>{t('newTerms.title')}</a>
          </li>
        </ul>
      )}
      <h2>{t('nav.vacancies')}</h2>
      <p>
        <a class="button" href={to('vacancy')}>
          {t('vacancy.new')}
        </a>
      </p>
      <Show from={vacancies}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="note">{t('vacancies.none')}</p>
          ) : (
            <ul class="rows">
              {items.map((vacancy) => {
                const sum = total(vacancy.reward.map((part) => part.amount));
                return (
                  <li key={vacancy.id}>
                    <div>
                      <p>
                        <a href={to('vacancy', { id: vacancy.id })}>
                          <strong>{vacancy.title}</strong>
                        </a>
                      </p>
                      <p class="soft">
                        {vacancy.functionLevel}
                        {sum && `, ${money(sum)}`}
                      </p>
                    </div>
                    <span class={vacancy.status === 'open' ? 'tag good' : 'tag over'}>
                      {word('vacancyStatus', vacancy.status)}
                    </span>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Show>
    </Page>
  );
}

/* A vacancy */

async function loadForVacancy(): Promise<Result<{ vacancies: Vacancy[]; levels: string[] }>> {
  const [vacancies, terms] = await Promise.all([loadVacancies(), loadTerms()]);
  if (!vacancies.ok) {
    return vacancies;
  }
  if (!terms.ok) {
    return terms;
  }
  const levels = terms.value.rules.levels.map((level) => level.functionLevel);
  return { ok: true, value: { vacancies: vacancies.value.items, levels } };
}

export function EditVacancy({ params }: PageProps) {
  const known = useLoad(loadForVacancy, []);
  return (
    <Page
      title={params.id === undefined ? t('vacancy.new') : t('vacancy.change')}
      back={{ to: to('programme'), text: t('nav.programme') }}
    >
      <Show from={known}>
        {({ vacancies, levels }) => {
          const vacancy = vacancies.find((one) => one.id === params.id);
          return params.id !== undefined && vacancy === undefined ? (
            <p class="note">{t('unknown.text')}</p>
          ) : (
            <VacancyForm vacancy={vacancy} taken={vacancies.map((one) => one.id)} levels={levels} />
          );
        }}
      </Show>
    </Page>
  );
}

interface VacancyFormProps {
  vacancy: Vacancy | undefined;
  taken: string[];
  levels: string[];
}

function VacancyForm({ vacancy, taken, levels }: VacancyFormProps) {
  return (
    <Form
      button={t('form.save')}
      read={(typed) => ({
        body: {
          title: typed('title'),
          functionLevel: typed('functionLevel'),
          profile: typed('profile'),
          status: typed('status') as Vacancy['status'],
          inProgramme: vacancy?.inProgramme ?? true,
          ...(vacancy?.plan === undefined ? {} : { plan: vacancy.plan }),
          ...(vacancy?.hiringManager === undefined ? {} : { hiringManager: vacancy.hiringManager }),
        },
        errors: missing(typed, 'title', 'functionLevel', 'profile', 'status'),
      })}
      send={(body) =>
        send((api, headers) =>
          api.PUT('/vacancies/{id}', {
            headers,
            params: { path: { id: vacancy?.id ?? idFor(body.title, taken) } },
            body,
          }),
        )
      }
      done={() => saved('programme')}
    >
      <Input name="title" label={t('vacancy.title')} value={vacancy?.title} maxlength={200} />
      <Select
        name="functionLevel"
        label={t('vacancy.level')}
        options={levels.map((level) => ({ value: level, label: level }))}
        value={vacancy?.functionLevel}
        empty={vacancy === undefined ? t('form.choose') : undefined}
      />
      <Area
        name="profile"
        label={t('vacancy.profile')}
        hint={t('vacancy.profile.hint')}
        value={vacancy?.profile}
        rows={6}
        maxlength={4000}
      />
      <Radios
        name="status"
        label={t('vacancy.status')}
        options={(['open', 'closed'] as const).map((value) => ({
          value,
          label: word('vacancyStatus', value),
        }))}
        value={vacancy?.status ?? 'open'}
      />
    </Form>
  );
}

/** A readable id made of the title, which no other vacancy has: saving must never write over another one. */
export function idFor(title: string, taken: readonly string[]): string {
  const plain =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 56) || 'vacancy';
  let id = plain;
  for (let n = 2; taken.includes(id); n++) {
    id = `${plain}-${n}`;
  }
  return id;
}

function saved(page: 'programme' | 'terms'): void {
  leave(t(page === 'terms' ? 'newTerms.published' : 'form.saved'));
  go(page);
}

/* Settings */

function loadSettings() {
  return send((api, headers) => api.GET('/settings', { headers }));
}

export function Settings() {
  const settings = useLoad(loadSettings, []);
  return (
    <Page title={t('settings.title')} back={{ to: to('programme'), text: t('nav.programme') }}>
      <Show from={settings}>{(stored) => <SettingsForm settings={stored} />}</Show>
    </Page>
  );
}

const numbers = [
  'invitationReminderDays',
  'invitationExpiryDays',
  'referrerNoticeDelayHours',
  'termsNoticeDays',
] as const;

/** The settings as typed; what has no field here stays as it is. */
export function readSettings(typed: Typed, stored: Stored) {
  const { privacyEmail: _, ...kept } = stored;
  return {
    body: {
      ...kept,
      organisation: typed('organisation'),
      financeEmail: typed('financeEmail'),
      ...(typed('privacyEmail') === '' ? {} : { privacyEmail: typed('privacyEmail') }),
      timeZone: typed('timeZone'),
      defaultLanguage: typed('defaultLanguage'),
      ...Object.fromEntries(numbers.map((field) => [field, numberOf(typed(field))])),
    } as SettingsContent,
    errors: missing(typed, 'organisation', 'financeEmail', 'timeZone', ...numbers),
  };
}

function SettingsForm({ settings }: { settings: Stored }) {
  return (
    <Form
      button={t('form.save')}
      read={(typed) => readSettings(typed, settings)}
      send={(body) => send((api, headers) => api.PUT('/settings', { headers, body }))}
      done={() => saved('programme')}
    >
      <Input name="organisation" label={t('settings.organisation')} value={settings.organisation} />
      <Input
        name="financeEmail"
        label={t('settings.financeEmail')}
        type="email"
        value={settings.financeEmail}
      />
      <Input
        name="privacyEmail"
        label={t('settings.privacyEmail')}
        hint={t('settings.privacyEmail.hint')}
        type="email"
        value={settings.privacyEmail ?? ''}
        optional
      />
      <Input name="timeZone" label={t('settings.timeZone')} value={settings.timeZone} short />
      <Select
        name="defaultLanguage"
        label={t('settings.defaultLanguage')}
        options={(['nl', 'en'] as const).map((value) => ({ value, label: word('language', value) }))}
        value={settings.defaultLanguage}
      />
      {numbers.map((field) => (
        <Input
          key={field}
          name={field}
          label={t(`settings.${field}`)}
          value={String(settings[field])}
          inputmode="numeric"
          short
        />
      ))}
    </Form>
  );
}

/** A number as typed; what is none is sent as it is, and the server says what it thinks of it. */
function numberOf(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/* Terms */

async function loadForTerms(): Promise<Result<{ inForce: Terms; upcoming: Terms | undefined }>> {
  const [inForce, upcoming] = await Promise.all([loadTerms(), loadUpcoming()]);
  if (!inForce.ok) {
    return inForce;
  }
  return upcoming.ok
    ? { ok: true, value: { inForce: inForce.value, upcoming: upcoming.value.items[0] } }
    : upcoming;
}

export function NewTerms() {
  const terms = useLoad(loadForTerms, []);
  const [takingBack, setTakingBack] = useState(false);
  return (
    <Page title={t('newTerms.title')} back={{ to: to('programme'), text: t('nav.programme') }}>
      <p>{t('newTerms.text')}</p>
      <Show from={terms}>
        {({ inForce, upcoming }) => {
          const start = takingBack ? inForce : (upcoming ?? inForce);
          return (
            <>
              {upcoming && (
                <div class="note">
                  <p>
                    {t('newTerms.upcoming', {
                      version: upcoming.version,
                      at: moment(upcoming.effectiveFrom),
                      start: start.version,
                    })}
                  </p>
                  <button type="button" class="button second" onClick={() => setTakingBack(!takingBack)}>
                    {t(takingBack ? 'newTerms.fromUpcoming' : 'newTerms.fromInForce')}
                  </button>
                </div>
              )}
              <TermsForm key={start.version} terms={start} />
            </>
          );
        }}
      </Show>
    </Page>
  );
}

const milestones = ['hire-agreed', 'first-working-day', 'end-of-probation'] as const;

type Part = Terms['rules']['instalments'][number];

/** The milestones to choose from; one that the API set, with its months or day, can be kept. */
function milestonesFor(current: Part | undefined) {
  const known = milestones.map((value): Due => ({ milestone: value }));
  const kept = current && !known.some((one) => one.milestone === current.milestone) ? [current] : [];
  return [...known, ...kept].map((due) => ({ value: due.milestone, label: milestone(due) }));
}

function TermsForm({ terms }: { terms: Terms }) {
  const { rules } = terms;
  const [levels, setLevels] = useState(rules.levels.length);
  const [parts, setParts] = useState(rules.instalments.length);
  const currency = rules.levels[0]?.amount.currency ?? 'EUR';
  return (
    <Form
      button={t('newTerms.publish')}
      read={(typed) => readTerms(typed, rules, levels, parts, currency)}
      send={(body) => send((api, headers) => api.PUT('/terms', { headers, body }))}
      done={() => saved('terms')}
    >
      <Area name="text.nl" label={t('newTerms.nl')} value={terms.text.nl} rows={8} lang="nl" />
      <Area name="text.en" label={t('newTerms.en')} value={terms.text.en} rows={8} lang="en" />
      <h2>{t('terms.rewards')}</h2>
      <p class="hint">{t('newTerms.levels.hint')}</p>
      {range(levels).map((i) => (
        <div class="pair" key={i}>
          <Input
            name={`rules.levels[${i}].functionLevel`}
            label={t('newTerms.level', { number: i + 1 })}
            value={rules.levels[i]?.functionLevel}
          />
          <Input
            name={`rules.levels[${i}].amount`}
            label={t('newTerms.amount', { number: i + 1, currency })}
            value={rules.levels[i] && typedAmount(rules.levels[i].amount.amount)}
            inputmode="decimal"
          />
        </div>
      ))}
      <button type="button" class="button second" onClick={() => setLevels(levels + 1)}>
        {t('newTerms.addLevel')}
      </button>
      <h2>{t('terms.when')}</h2>
      {range(parts).map((i) => (
        <div class="pair" key={i}>
          <Select
            name={`rules.instalments[${i}].milestone`}
            label={t('newTerms.milestone', { number: i + 1 })}
            options={milestonesFor(rules.instalments[i])}
            value={rules.instalments[i]?.milestone}
            empty={t('form.none')}
          />
          {isShare(rules.instalments[i]) ? (
            <Input
              name={`rules.instalments[${i}].share`}
              label={t('newTerms.share', { number: i + 1 })}
              value={rules.instalments[i] && String(rules.instalments[i].share)}
              inputmode="numeric"
            />
          ) : (
            <p>{worth(rules.instalments[i] ?? {})}</p>
          )}
        </div>
      ))}
      <button type="button" class="button second" onClick={() => setParts(parts + 1)}>
        {t('newTerms.addPart')}
      </button>
      <Input
        name="rules.probationMonths"
        label={t('newTerms.probationMonths')}
        value={String(rules.probationMonths)}
        inputmode="numeric"
        short
      />
      <Input
        name="rules.promiseDays"
        label={t('newTerms.promiseDays')}
        value={String(rules.promiseDays)}
        inputmode="numeric"
        short
      />
      <Input
        name="rules.eligibilityMonths"
        label={t('newTerms.eligibilityMonths')}
        value={String(rules.eligibilityMonths)}
        inputmode="numeric"
        short
      />
    </Form>
  );
}

/** Whether a part is typed as a share: a new one is, and one that was. */
function isShare(old: Part | undefined): boolean {
  return old?.amount === undefined && old?.benefit === undefined;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** The part as it was, unless another milestone was chosen: then its months or day go. */
function partOf(old: Part | undefined, chosen: string) {
  const { months: _, day: __, ...rest } = old ?? {};
  return old?.milestone === chosen ? old : { ...rest, milestone: chosen };
}

function readTerms(typed: Typed, old: Terms['rules'], levels: number, parts: number, currency: string) {
  const errors = missing(
    typed,
    'text.nl',
    'text.en',
    'rules.probationMonths',
    'rules.promiseDays',
    'rules.eligibilityMonths',
  );
  const named = range(levels).filter((i) => typed(`rules.levels[${i}].functionLevel`) !== '');
  for (const i of named) {
    const field = `rules.levels[${i}].amount`;
    if (readAmount(typed(field)) === undefined) {
      errors.push({ field, code: typed(field) === '' ? 'required' : 'format', message: '' });
    }
  }
  const used = range(parts).filter((i) => typed(`rules.instalments[${i}].milestone`) !== '');
  const body = {
    text: { nl: typed('text.nl'), en: typed('text.en') },
    rules: {
      ...old,
      levels: named.map((i) => ({
        ...old.levels[i],
        functionLevel: typed(`rules.levels[${i}].functionLevel`),
        amount: { amount: readAmount(typed(`rules.levels[${i}].amount`)) ?? '', currency },
      })),
      instalments: used.map((i, at) => ({
        ...partOf(old.instalments[i], typed(`rules.instalments[${i}].milestone`)),
        ...(isShare(old.instalments[i]) ? { share: numberOf(typed(`rules.instalments[${i}].share`)) } : {}),
        number: at + 1,
      })),
      probationMonths: numberOf(typed('rules.probationMonths')),
      promiseDays: numberOf(typed('rules.promiseDays')),
      eligibilityMonths: numberOf(typed('rules.eligibilityMonths')),
    },
  };
  return { body: body as TermsContent, errors };
}
