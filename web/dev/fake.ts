import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';

/**
 * A make-believe API and sign-in for `npm run dev`: enough of the contract to look at every page, no more, in memory
 * and gone at the end. It is never part of what is built. People sign in by choosing a name.
 */
export function fake(): Plugin {
  return {
    name: 'fake-api',
    configureServer(server) {
      const world = new World();
      server.middlewares.use(async (request, response, next) => {
        const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
        const answer = await world
          .answer(request, url)
          .catch((fault) => problem(500, 'fault', { detail: String(fault) }));
        if (answer === undefined) {
          next();
          return;
        }
        response.writeHead(answer.status, answer.headers);
        response.end(answer.body);
      });
    },
  };
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const people: Record<string, string[]> = {
  emma: [],
  joris: [],
  ruben: ['recruiter'],
  rosa: ['recruiter'],
  fatima: ['finance'],
  petra: ['programme-manager'],
};

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const reward = (half: string) => [
  { number: 1, milestone: 'first-working-day', amount: eur(half) },
  { number: 2, milestone: 'end-of-probation', amount: eur(half) },
];
const halves: Record<string, string> = {
  junior: '500.00',
  medior: '1000.00',
  senior: '1750.00',
  lead: '2500.00',
};

interface Kept {
  id: string;
  owner: string;
  state: string;
  submission: {
    vacancyId: string;
    candidate: Record<string, string | null>;
    relation?: string;
    introduction?: string;
    fit?: number;
  };
  number: number;
  at: string;
  timeline: Record<string, unknown>[];
  instalments: Record<string, unknown>[];
  nextStep: { kind: string; by: string | null };
  feedback: string | null;
  keep: string | null;
}

class World {
  readonly #codes = new Map<string, string>();
  readonly #vacancies = new Map(
    [
      [
        'java-engineer',
        'Java engineer',
        'medior',
        'Five years of Java, at home in event-driven systems.',
        'open',
      ],
      [
        'data-analyst',
        'Data analyst',
        'junior',
        'SQL, curiosity, and clear words for what the figures say.',
        'open',
      ],
      [
        'platform-lead',
        'Platform lead',
        'lead',
        'Runs what others build on.\nAWS, Terraform, people.',
        'open',
      ],
      ['tester', 'Test engineer', 'senior', 'Finds what nobody thought of.', 'closed'],
    ].map(([id, title, functionLevel, profile, status]) => [
      id as string,
      {
        id,
        title,
        functionLevel,
        profile,
        status,
        inProgramme: true,
        reward: reward(halves[functionLevel as string] ?? '0.00'),
      },
    ]),
  );
  readonly #referrals: Kept[] = [];
  readonly #entries: Record<string, unknown>[] = [];
  readonly #failures = [
    { id: 'f1', kind: 'event', reason: 'unknown-version', at: '2026-03-20T08:00:01Z', eventId: randomUUID() },
    { id: 'f2', kind: 'mail', reason: 'mail-unknown', at: '2026-03-21T08:00:01Z', eventId: null },
  ];
  #settings: object = {
    organisation: 'Example B.V.',
    financeEmail: 'finance@example.com',
    privacyEmail: 'privacy@example.com',
    timeZone: 'Europe/Amsterdam',
    defaultLanguage: 'nl',
    invitationReminderDays: 5,
    invitationExpiryDays: 14,
    referrerNoticeDelayHours: 24,
    termsNoticeDays: 14,
  };
  readonly #past = new Map<string, object>();
  #terms = {
    version: 1,
    publishedAt: '2026-01-05T08:00:00Z',
    effectiveFrom: '2026-01-05T08:00:00Z',
    text: {
      nl: 'Wie een kandidaat aanbeveelt die wordt aangenomen, krijgt een beloning. Je kunt jezelf niet aanbevelen.',
      en: 'Whoever refers a candidate who is hired gets a reward. You cannot refer yourself.',
    },
    summary: {
      nl: ['Wat verdiend is, wordt nooit teruggenomen.'],
      en: ['What was earned is never taken back.'],
    },
    rules: {
      levels: Object.entries(halves).map(([functionLevel, half]) => ({
        functionLevel,
        amount: eur(`${Number(half) * 2}.00`),
      })),
      instalments: [
        { number: 1, milestone: 'first-working-day', share: 50 },
        { number: 2, milestone: 'end-of-probation', share: 50 },
      ],
      probationMonths: 2,
      promiseDays: 30,
      severalReferrers: 'lowest-receipt',
      eligibilityMonths: 12,
    },
  };

  constructor() {
    for (const state of ['invited', 'screening', 'hiring', 'probation', 'completed', 'held', 'ended']) {
      this.#refer('emma', state, {
        vacancyId: 'java-engineer',
        candidate: { name: `Sam ${state}`, email: `${state}@example.com` },
      });
    }
    this.enter('ruben', {
      type: 'CandidateHired',
      metadata: { id: 'entry-1', occurredAt: '2026-03-20T08:00:00Z', version: 1 },
      data: { employeeId: 'E-2041', startDate: '2026-05-01', candidateEmail: 'sam@example.com' },
    });
  }

  async answer(request: IncomingMessage, url: URL): Promise<Answer | undefined> {
    const { pathname: path } = url;
    const method = request.method ?? 'GET';
    if (path === '/config.json') {
      const here = url.origin;
      return json(200, { api: `${here}/v1`, signIn: { issuer: `${here}/fake`, clientId: 'fake' } });
    }
    if (path.startsWith('/fake/')) {
      return this.#signIn(path, url, await read(request));
    }
    if (!path.startsWith('/v1/')) {
      return undefined;
    }
    const call = `${method} ${path.slice(3)}`;
    const text = await read(request);
    const body = text === '' ? {} : JSON.parse(text);
    if (path === '/v1/invitation' || path === '/v1/invitation/copy') {
      return this.#invitation(call, String(request.headers['invitation-token']), body);
    }
    const name = personOf(request.headers.authorization);
    return name === undefined ? problem(401, 'unauthorized') : this.#call(call, name, url, body);
  }

  #call(call: string, name: string, url: URL, body: unknown): Answer {
    const recruits = people[name]?.includes('recruiter') === true;
    const page = (items: unknown[]) => {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 5);
      const next = from + limit < items.length ? String(from + limit) : null;
      return json(200, { items: items.slice(from, from + limit), next });
    };
    switch (call) {
      case 'GET /me':
        return json(200, { id: name, name: title(name), email: `${name}@example.com`, roles: people[name] });
      case 'GET /vacancies':
        return page([...this.#vacancies.values()]);
      case 'GET /terms':
        return json(200, this.#terms);
      case 'PUT /terms':
        this.#past.set(String(this.#terms.version), this.#terms);
        this.#terms = {
          ...(body as object),
          summary: this.#terms.summary,
          version: this.#terms.version + 1,
          publishedAt: at(),
          effectiveFrom: at(),
        } as never;
        return json(201, this.#terms);
      case 'GET /settings':
        return json(200, this.#settings);
      case 'PUT /settings':
        this.#settings = body as object;
        return json(200, body);
      case 'GET /referrals':
        return page(
          this.#referrals
            .filter((one) => one.owner === name)
            .reverse()
            .map(summary),
        );
      case 'POST /referrals':
        return this.#submit(name, body as Kept['submission']);
      case 'GET /worklist':
        return recruits ? page(this.#work()) : problem(403, 'forbidden');
      case 'GET /failures':
        return page(this.#failures);
      case 'GET /hr-events':
        return page(this.#entries);
      case 'POST /hr-events':
        return json(202, this.enter(name, body as Parameters<World['enter']>[1]));
      case 'GET /payouts':
        return page(this.#payouts(url.searchParams.get('state') ?? 'released'));
    }
    const named = /^(\w+ \/[a-z-]+)\/([^/]+)(\/\w+)?$/.exec(call);
    const id = named?.[2] ?? '';
    switch (`${named?.[1]}${named?.[3] ?? ''}`) {
      case 'GET /terms': {
        if (id === 'upcoming') {
          return json(200, { items: [] });
        }
        const version = id === String(this.#terms.version) ? this.#terms : this.#past.get(id);
        return version ? json(200, version) : problem(404, 'not-found');
      }
      case 'PUT /vacancies': {
        const content = body as { functionLevel: string };
        const vacancy = {
          id,
          inProgramme: true,
          ...content,
          reward: reward(halves[content.functionLevel] ?? '1.00'),
        };
        this.#vacancies.set(id, vacancy as never);
        return json(200, vacancy);
      }
      case 'GET /referrals': {
        const found = this.#referrals.find((one) => one.id === id && (recruits || one.owner === name));
        return found
          ? json(200, found.owner === name ? view(found) : whole(found))
          : problem(404, 'not-found');
      }
      case 'POST /referrals/withdrawal':
        return this.#end(id, 'ended', 'ended');
      case 'POST /referrals/decisions': {
        const { decision, reason } = body as { decision: string; reason?: string };
        return decision === 'advance'
          ? this.#move(id, 'hiring', 'advanced', 'hire')
          : decision === 'allow'
            ? this.#move(id, 'probation', 'hired', 'payment')
            : this.#end(id, 'rejected', 'rejected', reason);
      }
      case 'POST /hr-events/agreement': {
        const place = this.#entries.findIndex((entry) => entry.id === id);
        this.#entries.splice(place, 1);
        return json(200, { id, state: 'agreed' });
      }
      case 'POST /payouts/confirmation':
        return this.#confirm(id, body as { paidOn: string; amount: { amount: string } });
    }
    return problem(404, 'not-found');
  }

  #confirm(id: string, body: { paidOn: string; amount: { amount: string } }): Answer {
    if (body.paidOn > at().slice(0, 10)) {
      return invalid({ field: 'paidOn', code: 'in-the-future' });
    }
    const instalments = this.#referrals.flatMap((one) =>
      one.instalments.filter((instalment) => `${one.id}-${instalment.number}` === id),
    );
    for (const instalment of instalments) {
      if ((instalment.amount as { amount: string }).amount !== body.amount.amount) {
        return problem(409, 'differs');
      }
      Object.assign(instalment, { state: 'paid', paidOn: body.paidOn });
    }
    return json(200, { id, state: 'paid', ...body });
  }

  #submit(name: string, body: Kept['submission']): Answer {
    const { email } = body.candidate;
    if (email?.startsWith('fault')) {
      return problem(500, 'fault');
    }
    const errors = [
      email === `${name}@example.com` && { field: 'candidate.email', code: 'own-address' },
      body.candidate.linkedin?.startsWith('https://') === false && {
        field: 'candidate.linkedin',
        code: 'format',
      },
    ].filter((error) => error !== false);
    if (errors.length > 0) {
      return invalid(...errors);
    }
    const known = this.#referrals.find(
      (one) => one.owner === name && one.submission.candidate.email === email,
    );
    if (known) {
      return problem(409, 'already-referred', {
        referralId: known.id,
        receipt: { number: known.number, receivedAt: known.at },
      });
    }
    const { id, number, at: receivedAt } = this.#refer(name, 'invited', body);
    return json(201, { id, state: 'invited', receipt: { number, receivedAt }, terms: { version: 1 } });
  }

  #refer(owner: string, state: string, submission: Kept['submission']): Kept {
    const going = ['probation', 'completed'].includes(state);
    const parts = this.#vacancies.get(submission.vacancyId)?.reward ?? [];
    const made: Kept = {
      id: `R${1000 + this.#referrals.length}`,
      owner,
      state,
      submission,
      number: 1042 + this.#referrals.length,
      at: at(),
      timeline: [
        { at: '2026-03-02T09:15:30Z', kind: 'submitted' },
        { at: '2026-03-02T09:15:34Z', kind: 'invited' },
        ...(state === 'invited' ? [] : [{ at: '2026-03-03T18:02:11Z', kind: 'accepted' }]),
        ...(state === 'ended' ? [{ at: '2026-03-09T10:40:00Z', kind: 'ended', stage: 'screening' }] : []),
        ...(going ? [{ at: '2026-05-01T04:00:00Z', kind: 'released', instalment: 1 }] : []),
      ],
      instalments: parts.map((part, i) => ({
        ...part,
        dueOn: going ? ['2026-05-01', '2026-07-01'][i] : null,
        promisedOn: going ? ['2026-05-29', '2026-07-31'][i] : null,
        paidOn: state === 'completed' ? '2026-07-20' : null,
        state:
          state === 'completed'
            ? 'paid'
            : state === 'ended'
              ? 'cancelled'
              : going && i === 0
                ? 'released'
                : 'planned',
      })),
      nextStep:
        state === 'invited'
          ? { kind: 'candidate-answer', by: '2026-03-16' }
          : { kind: 'screening-decision', by: null },
      feedback: null,
      keep: null,
    };
    this.#referrals.push(made);
    return made;
  }

  #move(id: string, state: string, kind: string, next: string): Answer {
    const referral = this.#referrals.find((one) => one.id === id);
    if (referral === undefined) {
      return problem(404, 'not-found');
    }
    referral.state = state;
    referral.timeline.push({ at: at(), kind });
    referral.nextStep = { kind: next, by: null };
    return json(200, { id, state, keptUntil: null });
  }

  #end(id: string, state: string, kind: string, reason?: string): Answer {
    const answer = this.#move(id, state, kind, 'none');
    const referral = this.#referrals.find((one) => one.id === id);
    Object.assign(referral?.timeline.at(-1) ?? {}, { stage: 'screening', ...(reason && { reason }) });
    for (const instalment of referral?.instalments ?? []) {
      instalment.state = 'cancelled';
    }
    return answer;
  }

  enter(
    name: string,
    event: { type: string; metadata: { id: string; occurredAt: string; version: number }; data: object },
  ) {
    const { id, occurredAt } = event.metadata;
    const enteredBy = { id: name, name: title(name) };
    this.#entries.push({
      id,
      type: event.type,
      occurredAt,
      data: event.data,
      enteredBy,
      enteredAt: at(),
      state: 'pending',
    });
    return { id, state: 'pending' };
  }

  #work() {
    const waits: Record<string, string> = { screening: 'decision', hiring: 'hire', held: 'settlement' };
    return this.#referrals
      .filter((one) => one.state in waits)
      .map((one) => ({
        referralId: one.id,
        candidate: { name: one.submission.candidate.name },
        vacancyId: one.submission.vacancyId,
        waitsFor: waits[one.state],
        since: one.at,
      }));
  }

  #payouts(state: string) {
    return this.#referrals.flatMap((one) =>
      one.instalments
        .filter((instalment) => instalment.state === state)
        .map((instalment) => ({
          id: `${one.id}-${instalment.number}`,
          referralId: one.id,
          receiptNumber: one.number,
          instalment: instalment.number,
          payee: { id: one.owner, name: title(one.owner) },
          amount: instalment.amount,
          dueOn: instalment.dueOn,
          promisedOn: instalment.promisedOn,
          reference: `RF-${one.number}-${instalment.number}`,
          state,
          heldBecause: state === 'held' ? 'brake' : null,
          paidOn: instalment.paidOn,
        })),
    );
  }

  #invitation(
    call: string,
    token: string,
    body: { answer?: string; feedback?: string; keep?: string; language?: string },
  ): Answer {
    const referral = this.#referrals.find((one) => one.id === token);
    if (referral === undefined) {
      return problem(404, 'not-found');
    }
    if (call === 'PUT /invitation') {
      const { email = null } = referral.submission.candidate;
      referral.submission.candidate = { ...(body as Record<string, string>), email };
      return json(200, {});
    }
    if (call === 'POST /invitation') {
      if (body.answer === 'accept') {
        Object.assign(referral, { feedback: body.feedback ?? 'stage', keep: body.keep ?? 'procedure' });
        return this.#move(token, 'screening', 'accepted', 'screening-decision');
      }
      const state = body.answer === 'decline' ? 'declined' : 'withdrawn';
      return this.#end(token, state, state);
    }
    const { candidate, relation = null, introduction = null, fit = null } = referral.submission;
    const data = { phone: null, linkedin: null, language: 'nl', ...candidate, relation, introduction, fit };
    const {
      reward: _reward,
      status: _status,
      ...vacancy
    } = this.#vacancies.get(referral.submission.vacancyId) ?? {};
    return json(200, {
      state: referral.state,
      organisation: 'Example B.V.',
      contact: 'privacy@example.com',
      referrer: { name: title(referral.owner) },
      vacancy,
      stored: referral.state === 'withdrawn' ? null : data,
      feedback: referral.feedback,
      keep: referral.keep,
      keptUntil: referral.state === 'invited' ? '2026-04-13' : null,
      rights: [
        'access',
        'rectification',
        'erasure',
        'restriction',
        'portability',
        'objection',
        'withdrawal',
        'complaint',
      ],
    });
  }

  #signIn(path: string, url: URL, body: string): Answer {
    const issuer = `${url.origin}/fake`;
    switch (path) {
      case '/fake/.well-known/openid-configuration':
        return json(200, {
          issuer,
          authorization_endpoint: `${issuer}/oauth2/authorize`,
          token_endpoint: `${issuer}/oauth2/token`,
          revocation_endpoint: `${issuer}/oauth2/revoke`,
          jwks_uri: `${issuer}/keys`,
        });
      case '/fake/oauth2/authorize': {
        const links = Object.keys(people).map((name) => {
          const code = randomUUID();
          this.#codes.set(code, `${name} ${url.searchParams.get('code_challenge')}`);
          const back = new URL(url.searchParams.get('redirect_uri') ?? '/');
          back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString();
          return `<p><a href="${back}">${name}</a></p>`;
        });
        return {
          status: 200,
          headers: { 'Content-Type': 'text/html' },
          body: `<h1>Sign in as</h1>${links.join('')}`,
        };
      }
      case '/fake/oauth2/token': {
        const form = new URLSearchParams(body);
        const [name, challenge] = (this.#codes.get(form.get('code') ?? '') ?? '').split(' ');
        const proof = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        return form.get('grant_type') === 'refresh_token' || !name || proof !== challenge
          ? json(400, { error: 'invalid_grant' })
          : json(200, {
              id_token: tokenOf(name, issuer),
              access_token: 'fake',
              refresh_token: 'fake',
              expires_in: 3600,
              token_type: 'Bearer',
            });
      }
      case '/fake/logout':
        return { status: 302, headers: { Location: url.searchParams.get('logout_uri') ?? '/' }, body: '' };
      default:
        return json(200, {});
    }
  }
}

function summary(one: Kept) {
  const { name } = one.submission.candidate;
  return {
    id: one.id,
    receipt: { number: one.number },
    state: one.state,
    candidate: { name },
    vacancyId: one.submission.vacancyId,
    submittedAt: one.at,
  };
}

function view(one: Kept) {
  return {
    ...summary(one),
    receipt: { number: one.number, receivedAt: one.at },
    terms: { version: 1, promisedBy: 'terms' },
    timeline: one.timeline,
    instalments: one.instalments,
    nextStep: one.nextStep,
  };
}

function whole(one: Kept) {
  const { candidate, relation = null, introduction = null, fit = null } = one.submission;
  return {
    ...view(one),
    referrer: { id: one.owner, name: title(one.owner) },
    candidate: { phone: null, linkedin: null, language: 'nl', ...candidate },
    relation,
    introduction,
    fit,
  };
}

function title(name: string): string {
  return `${name[0]?.toUpperCase()}${name.slice(1)} Example`;
}

function at(): string {
  return new Date().toISOString();
}

function json(status: number, value: unknown, type = 'application/json'): Answer {
  return { status, headers: { 'Content-Type': type }, body: JSON.stringify(value) };
}

function problem(status: number, type: string, more: object = {}): Answer {
  const members = {
    type: `urn:referralflow:problem:${type}`,
    title: type,
    status,
    instance: `urn:request:${randomUUID()}`,
  };
  return json(status, { ...members, ...more }, 'application/problem+json');
}

function invalid(...errors: { field: string; code: string }[]): Answer {
  return problem(422, 'invalid', { errors: errors.map((error) => ({ ...error, message: error.code })) });
}

function tokenOf(name: string, issuer: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: name, name: title(name), iss: issuer, aud: 'fake', iat: now, exp: now + 3600 };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.fake`;
}

function personOf(authorization: string | undefined): string | undefined {
  const claims = authorization?.split('.')[1];
  return claims && (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
}
