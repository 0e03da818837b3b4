import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { offline } from './api/problem';
import type { Role } from './api/types';
import { choose, locale, t } from './i18n';
import { loadMe, me } from './me';
import { Invitation } from './pages/Invitation';
import { Receipt } from './pages/Receipt';
import { Refer } from './pages/Refer';
import { Referral } from './pages/Referral';
import { Referrals } from './pages/Referrals';
import { Terms } from './pages/Terms';
import { Vacancies } from './pages/Vacancies';
import { Welcome } from './pages/Welcome';
import { Announcer } from './parts/announce';
import { useLoad } from './parts/load';
import { Loading, Page, Show } from './parts/Page';
import { Problem } from './parts/Problem';
import { type Page as Name, reread, route, to } from './routes';
import { resume, signedIn, signIn, signInBroken, signOut } from './session';

export interface PageProps {
  params: Record<string, string>;
}

const pages: Partial<Record<Name, ComponentType<PageProps>>> = {
  vacancies: Vacancies,
  refer: Refer,
  receipt: Receipt,
  referrals: Referrals,
  referral: Referral,
  terms: Terms,
};

/** Pages that few people open: loaded when they do. */
const later: Partial<Record<Name, () => Promise<ComponentType<PageProps>>>> = {
  worklist: () => import('./pages/recruiter').then((pages) => pages.Worklist),
  work: () => import('./pages/recruiter').then((pages) => pages.Work),
  entries: () => import('./pages/entries').then((pages) => pages.Entries),
  entry: () => import('./pages/entries').then((pages) => pages.Entry),
  failures: () => import('./pages/recruiter').then((pages) => pages.Failures),
  payouts: () => import('./pages/finance').then((pages) => pages.Payouts),
  payoutsIn: () => import('./pages/finance').then((pages) => pages.Payouts),
  payout: () => import('./pages/finance').then((pages) => pages.Payout),
  brake: () => import('./pages/brake').then((pages) => pages.Brake),
  thanks: () => import('./pages/thanks').then((pages) => pages.Thanks),
  programme: () => import('./pages/programme').then((pages) => pages.Programme),
  settings: () => import('./pages/programme').then((pages) => pages.Settings),
  newTerms: () => import('./pages/programme').then((pages) => pages.NewTerms),
  vacancy: () => import('./pages/programme').then((pages) => pages.EditVacancy),
};

export function App() {
  const open = route.value.page === 'invitation';
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link, but the hash is the page's address here */}
      <a class="skip" href="#main" onClick={skip}>
        {t('page.skip')}
      </a>
      <Header open={open} />
      <main id="main" class="wide" tabIndex={-1}>
        {signInBroken.value && <Problem failure={offline} retry={() => void signIn()} />}
        {open ? <Invitation key={location.hash} params={route.value.params} /> : <Inside />}
      </main>
      <footer class="foot">
        <div class="wide">{t('page.foot')}</div>
      </footer>
      <Announcer />
    </>
  );
}

function skip(event: Event): void {
  event.preventDefault(); // The hash is the page's address.
  document.getElementById('main')?.focus();
}

function Header({ open }: { open: boolean }) {
  const known = !open && signedIn.value === true;
  const other = locale.value === 'nl' ? 'en' : 'nl';
  return (
    <header class="top">
      <div class="wide">
        <a class="brand" href={open ? location.hash : to('vacancies')}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          ReferralFlow
        </a>
        <div class="person">
          {known && me.value && <span>{me.value.name}</span>}
          <button type="button" class="plain" lang={other} onClick={() => void choose(other)}>
            {other === 'nl' ? 'Nederlands' : 'English'}
          </button>
          {known && (
            <button type="button" class="plain" onClick={() => void signOut()}>
              {t('session.signOut')}
            </button>
          )}
          {!open && signedIn.value === false && (
            <button type="button" class="plain" onClick={() => void signIn()}>
              {t('session.signIn')}
            </button>
          )}
        </div>
        {known && <Navigation />}
      </div>
    </header>
  );
}

function Navigation() {
  const has = (role: Role) => me.value?.roles.includes(role) === true;
  const recruiter = has('recruiter');
  const manager = has('programme-manager');
  const entries: [Name, boolean, readonly string[]][] = [
    ['vacancies', true, ['refer', 'receipt']],
    ['referrals', true, ['referral']],
    ['terms', true, []],
    ['worklist', recruiter || manager, ['work']],
    ['entries', recruiter || manager, ['entry']],
    ['failures', recruiter || manager, []],
    ['payouts', has('finance'), ['payout', 'payoutsIn']],
    ['brake', has('finance') || manager, []],
    ['programme', recruiter || manager, ['settings', 'newTerms', 'vacancy']],
  ];
  const here = route.value.page;
  return (
    <nav aria-label={t('page.navigation')}>
      <ul>
        {entries
          .filter(([, allowed]) => allowed)
          .map(([page, , below]) => (
            <li key={page}>
              <a
                href={to(page)}
                aria-current={page === here ? 'page' : below.includes(here) ? 'true' : undefined}
              >
                {t(`nav.${page}` as 'nav.terms')}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Inside() {
  const [broken, setBroken] = useState(false);
  const start = () => {
    setBroken(false);
    resume().then(reread, () => setBroken(true));
  };
  useEffect(start, []);
  if (broken) {
    return <Problem failure={offline} retry={start} />;
  }
  switch (signedIn.value) {
    case undefined:
      return <Loading />;
    case false:
      return <Welcome />;
    case true:
      return <Known />;
  }
}

function Known() {
  const person = useLoad(loadMe, []);
  return (
    <Show from={person}>
      {() => <Current key={location.hash} page={route.value.page} params={route.value.params} />}
    </Show>
  );
}

function Current({ page, params }: { page: Name | 'unknown' } & PageProps) {
  if (page === 'unknown') {
    return <Unknown />;
  }
  const Here = pages[page];
  return Here ? <Here params={params} /> : <Later page={page} params={params} />;
}

function Later({ page, params }: { page: Name } & PageProps) {
  const [Loaded, setLoaded] = useState<{ page: ComponentType<PageProps> }>();
  const [broken, setBroken] = useState(false);
  const start = () => {
    setBroken(false);
    later[page]?.().then(
      (component) => setLoaded({ page: component }),
      () => setBroken(true),
    );
  };
  useEffect(start, []);
  if (broken) {
    return <Problem failure={offline} retry={start} />;
  }
  return Loaded ? <Loaded.page params={params} /> : <Loading />;
}

function Unknown() {
  return (
    <Page title={t('unknown.title')}>
      <p>{t('unknown.text')}</p>
      <p>
        <a href={to('vacancies')}>{t('nav.vacancies')}</a>
      </p>
    </Page>
  );
}
