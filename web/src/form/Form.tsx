import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failure, FieldError } from '../api/problem';
import type { Result } from '../api/send';
import { t } from '../i18n';
import { Problem } from '../parts/Problem';
import { errorText } from './errors';
import { Operation } from './operation';

interface Tie {
  id(field: string): string;
  errors: readonly FieldError[];
  label(field: string, label: string): () => void;
}

const Fields = createContext<Tie>({ id: (field) => field, errors: [], label: () => () => undefined });

/** How a field takes part in its form: its id, its error, and the name the summary calls it by. */
export function useField(field: string, label: string): { id: string; error: string | undefined } {
  const tie = useContext(Fields);
  useLayoutEffect(() => tie.label(field, label), [tie, field, label]);
  const error = tie.errors.find((one) => isAbout(one, field));
  return { id: tie.id(field), error: error && errorText(error) };
}

/** Whether the error is this field's own or that of a part of it, which has no field on the page. */
function isAbout(error: FieldError, field: string): boolean {
  const path = pathOf(error);
  return path === field || path.startsWith(`${field}.`);
}

/** Whether the field is a part of what the error is about: there it can be put right. */
function isWithin(field: string, error: FieldError): boolean {
  const path = pathOf(error);
  return path !== '' && (field.startsWith(`${path}.`) || field.startsWith(`${path}[`));
}

function pathOf(error: FieldError): string {
  return error.field.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}

interface FormProps<Body, Answer> {
  children: ComponentChildren;
  button: string;
  /** What the button is about, for those who hear it among others. */
  about?: string;
  look?: 'danger' | 'second';
  /** What is sent, made of what was typed; errors found here are shown without asking the server. */
  read: (typed: Typed) => { body: Body; errors: FieldError[] };
  send: (body: Body, key: string) => Promise<Result<Answer>>;
  done: (answer: Answer) => void;
  /** A refusal that has a text of its own on this page. */
  explain?: (failure: Failure) => ComponentChildren;
}

export function Form<Body, Answer>(props: FormProps<Body, Answer>) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const labels = useRef(new Map<string, string>());
  const operation = useRef(new Operation());
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  const tie = useMemo<Tie>(
    () => ({
      id: (field) => fieldId(id, field),
      errors,
      label: (field, label) => {
        labels.current.set(field, label);
        return () => labels.current.delete(field);
      },
    }),
    [id, errors],
  );

  async function submit(event: Event) {
    event.preventDefault();
    if (busy || form.current === null) {
      return;
    }
    const { body, errors: found } = props.read(typedIn(form.current));
    setFailure(undefined);
    setErrors(found);
    if (found.length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    setBusy(true);
    const result = await props.send(body, operation.current.keyFor(body));
    setBusy(false);
    if (result.ok) {
      operation.current.done();
      props.done(result.value);
      return;
    }
    setErrors(result.failure.errors);
    setFailure(result.failure);
    setAttempt(attempt + 1);
  }

  return (
    <form class="stack" noValidate onSubmit={submit} ref={form} aria-busy={busy}>
      {errors.length > 0 ? (
        <Summary key={attempt} errors={errors} labels={labels.current} formId={id} />
      ) : (
        failure && (
          <Problem key={attempt} failure={failure} focus>
            {props.explain?.(failure)}
          </Problem>
        )
      )}
      <Fields.Provider value={tie}>{props.children}</Fields.Provider>
      <button type="submit" class={`button ${props.look ?? ''}`} aria-disabled={busy}>
        {props.button}
        {props.about && <span class="unseen"> {props.about}</span>}
      </button>
      <p class="unseen" role="status">
        {busy ? t('form.sending') : ''}
      </p>
    </form>
  );
}

interface SummaryProps {
  errors: readonly FieldError[];
  labels: ReadonlyMap<string, string>;
  formId: string;
}

/** All that is wrong in one place, each a link to its field; takes the focus so that nobody misses it. */
function Summary({ errors, labels, formId }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const title = `${formId}-summary`;
  return (
    <div class="note wrong" role="alert" tabIndex={-1} ref={box} aria-labelledby={title}>
      <h2 id={title}>{t('form.wrong')}</h2>
      <ul>
        {errors.map((error) => {
          const names = [...labels.keys()];
          const own = names.find((name) => isAbout(error, name));
          const field = own ?? names.find((name) => isWithin(name, error));
          const words = own === undefined ? errorText(error) : `${labels.get(own)}: ${errorText(error)}`;
          return (
            <li key={`${error.field} ${error.code}`}>
              {field === undefined ? (
                words
              ) : (
                <a href={location.hash} onClick={(event) => visit(event, fieldId(formId, field))}>
                  {words}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function visit(event: Event, id: string): void {
  event.preventDefault();
  const place = document.getElementById(id);
  const fold = place?.closest('details');
  if (fold) {
    fold.open = true;
  }
  const field = place?.matches('fieldset') ? place.querySelector('input') : place;
  field?.focus();
}

function fieldId(form: string, field: string): string {
  return `${form}-${field.replace(/[^\w]/g, '-')}`;
}

/** What was typed, trimmed; the empty text where nothing was. */
export type Typed = (field: string) => string;

function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  return (field) => String(data.get(field) ?? '').trim();
}

/** Errors of required fields that were left empty. */
export function missing(typed: Typed, ...fields: string[]): FieldError[] {
  return fields
    .filter((field) => typed(field) === '')
    .map((field) => ({ field, code: 'required', message: '' }));
}
