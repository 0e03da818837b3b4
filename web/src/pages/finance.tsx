import { useState } from 'preact/hooks';
import type { PageProps } from '../App';
import { type Result, send } from '../api/send';
import type { Confirmation, Payout as Due } from '../api/types';
import { now } from '../clock';
import { Form, missing, type Typed } from '../form/Form';
import { Input } from '../form/fields';
import { day, dayOf } from '../format/dates';
import { money, readAmount, typedAmount, worth } from '../format/money';
import { t, word } from '../i18n';
import { leave } from '../parts/announce';
import { Facts } from '../parts/Facts';
import { all, Listed, useList } from '../parts/list';
import { useLoad } from '../parts/load';
import { Page, Show } from '../parts/Page';
import { State } from '../parts/State';
import { go, to } from '../routes';
import { Reasons, useBrake } from './brake';
import { freshEvery } from './Referral';

const states = ['released', 'held', 'paid', 'short'] as const;
type Shown = (typeof states)[number];

export function Payouts({ params }: PageProps) {
  const state = states.find((one) => one === params.state) ?? 'released';
  const list = useList(
    (cursor) =>
      send((api, headers) => api.GET('/payouts', { headers, params: { query: { state, ...cursor } } })),
    [state],
    freshEvery,
  );
  return (
    <Page title={t('payouts.title')}>
      <p>{t('payouts.text')}</p>
      <Frozen />
      <nav aria-label={t('payouts.which')}>
        <ul>
          {states.map((one) => (
            <li key={one}>
              <a
                href={one === 'released' ? to('payouts') : to('payoutsIn', { state: one })}
                aria-current={one === state ? 'page' : undefined}
              >
                {t(`payouts.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Listed list={list} empty={t(`payouts.none.${state}`)}>
        {(items) => <Rows payouts={items} state={state} />}
      </Listed>
    </Page>
  );
}

/** Why nothing more comes for the moment. */
function Frozen() {
  return (
    <Show from={useBrake()}>
      {({ frozen, reasons }) =>
        frozen && (
          <>
            <p class="note">
              {t('payouts.frozen')} <a href={to('brake')}>{t('payouts.why')}</a>
            </p>
            <Reasons reasons={reasons} />
          </>
        )
      }
    </Show>
  );
}

/** Whether a payout is not paid yet and its promised day has passed. */
export function isLate(payout: Pick<Due, 'state' | 'promisedOn'>, today: string): boolean {
  return payout.state === 'released' && payout.promisedOn !== null && payout.promisedOn < today;
}

async function today(): Promise<Result<string>> {
  return { ok: true, value: dayOf(await now()) };
}

function Rows({ payouts, state }: { payouts: Due[]; state: Shown }) {
  const clock = useLoad(today, []);
  return (
    <ul class="rows">
      {payouts.map((payout) => (
        <li key={payout.id}>
          <div>
            <p>
              <strong>{payout.payee.name}</strong>, {worth(payout)}{' '}
              {clock.data && isLate(payout, clock.data) && <span class="tag wait">{t('payouts.late')}</span>}
            </p>
            <p class="soft">
              {t('payouts.reference', { reference: payout.reference })}
              {payout.paidOn
                ? `, ${t('payouts.paidOn', { day: day(payout.paidOn) })}`
                : payout.promisedOn && `, ${t('payouts.by', { day: day(payout.promisedOn) })}`}
              {payout.correctedAmount &&
                `, ${t('money.corrected', { amount: money(payout.correctedAmount) })}`}
              {payout.heldBecause && `, ${word('held', payout.heldBecause)}`}
              {payout.taxLabel && `, ${payout.taxLabel}`}
            </p>
          </div>
          {state === 'released' && payout.state === 'released' ? (
            <a class="button second" href={to('payout', { id: payout.id })}>
              {t('payouts.confirm')}
              <span class="unseen"> {payout.reference}</span>
            </a>
          ) : (
            <State group="instalment" value={payout.state} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface Found {
  payout: Due | undefined;
  today: string;
}

/** One payout is found among the released ones; nothing of it is kept between pages. */
async function find(id: string): Promise<Result<Found>> {
  const [released, today] = await Promise.all([
    all((cursor) =>
      send((api, headers) =>
        api.GET('/payouts', { headers, params: { query: { state: 'released', limit: 100, ...cursor } } }),
      ),
    ),
    now(),
  ]);
  return released.ok
    ? {
        ok: true,
        value: { payout: released.value.items.find((payout) => payout.id === id), today: dayOf(today) },
      }
    : released;
}

export function Payout({ params }: PageProps) {
  const found = useLoad(() => find(params.id ?? ''), [params.id]);
  return (
    <Page title={t('payout.title')} back={{ to: to('payouts'), text: t('nav.payouts') }}>
      <Show from={found}>
        {({ payout, today }) =>
          payout === undefined ? (
            <p class="note">{t('payout.notReleased')}</p>
          ) : (
            <Confirming payout={payout} today={today} />
          )
        }
      </Show>
    </Page>
  );
}

function Confirming({ payout, today }: { payout: Due; today: string }) {
  const [first] = useState(payout); // What was opened is what is confirmed.
  return (
    <>
      <Facts
        rows={[
          [t('payout.payee'), first.payee.name],
          [t('work.receipt'), String(first.receiptNumber)],
          [t('money.instalment'), `${first.instalment}, ${worth(first)}`],
          [t('money.due'), first.dueOn && day(first.dueOn)],
          [t('money.promised'), first.promisedOn && day(first.promisedOn)],
        ]}
      />
      <Form
        button={t('payout.confirm')}
        read={(typed) => read(typed, first)}
        send={(body) =>
          send((api, headers) =>
            api.POST('/payouts/{id}/confirmation', { headers, params: { path: { id: first.id } }, body }),
          )
        }
        done={() => {
          leave(t('payout.confirmed'));
          go('payouts');
        }}
        explain={(failure) => (failure.type.endsWith(':differs') ? <p>{t('payout.differs')}</p> : undefined)}
      >
        <Input name="paidOn" label={t('payout.paidOn')} type="date" value={today} short />
        <Input
          name="amount"
          label={t('payout.amount', { currency: first.amount.currency })}
          value={typedAmount(first.amount.amount)}
          inputmode="decimal"
          short
        />
        <Input name="reference" label={t('payout.reference')} value={first.reference} short />
      </Form>
    </>
  );
}

export function read(typed: Typed, payout: Due) {
  const errors = missing(typed, 'paidOn', 'amount', 'reference');
  const amount = readAmount(typed('amount'));
  if (amount === undefined && typed('amount') !== '') {
    errors.push({ field: 'amount', code: 'format', message: '' });
  }
  const body: Confirmation = {
    paidOn: typed('paidOn'),
    amount: { amount: amount ?? '', currency: payout.amount.currency },
    reference: typed('reference'),
  };
  return { body, errors };
}
