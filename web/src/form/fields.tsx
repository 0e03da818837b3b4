import type { ComponentChildren } from 'preact';
import { t } from '../i18n';
import { useField } from './Form';

interface Common {
  name: string;
  label: string;
  hint?: string | undefined;
  /** `plainly`: not said in the label, since the place around it says so. */
  optional?: boolean | 'plainly';
}

interface FrameProps extends Common {
  id: string;
  error: string | undefined;
  children: ComponentChildren;
}

function Frame({ id, label, hint, optional, error, children }: FrameProps) {
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>{optional === true ? t('form.optional', { label }) : label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

function described(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

interface InputProps extends Common {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'number';
  value?: string | undefined;
  autocomplete?: string;
  inputmode?: 'decimal' | 'numeric' | 'email' | 'tel' | 'url';
  short?: boolean;
  maxlength?: number;
}

export function Input(props: InputProps) {
  const { id, error } = useField(props.name, props.label);
  return (
    <Frame {...props} id={id} error={error}>
      <input
        id={id}
        name={props.name}
        class={props.short ? 'input short' : 'input'}
        type={(props.type ?? 'text') as 'text' /* the types know each kind apart, not the choice of one */}
        defaultValue={props.value ?? ''}
        autocomplete={props.autocomplete ?? 'off'}
        inputMode={props.inputmode}
        maxLength={props.maxlength}
        required={!props.optional}
        aria-invalid={error !== undefined}
        aria-describedby={described(id, props.hint, error)}
      />
    </Frame>
  );
}

export function Area(
  props: Common & { value?: string | undefined; rows?: number; maxlength?: number; lang?: string },
) {
  const { id, error } = useField(props.name, props.label);
  return (
    <Frame {...props} id={id} error={error}>
      <textarea
        id={id}
        name={props.name}
        class="input"
        rows={props.rows ?? 4}
        defaultValue={props.value ?? ''}
        maxLength={props.maxlength}
        lang={props.lang}
        required={!props.optional}
        aria-invalid={error !== undefined}
        aria-describedby={described(id, props.hint, error)}
      />
    </Frame>
  );
}

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends Common {
  options: readonly Option[];
  value?: string | undefined;
  /** The text of the choice that is none. */
  empty?: string | undefined;
  change?: (value: string) => void;
}

export function Select(props: SelectProps) {
  const { id, error } = useField(props.name, props.label);
  return (
    <Frame {...props} id={id} error={error}>
      <select
        id={id}
        name={props.name}
        class="input"
        required={!props.optional}
        aria-invalid={error !== undefined}
        aria-describedby={described(id, props.hint, error)}
        onChange={(event) => props.change?.(event.currentTarget.value)}
      >
        {props.empty !== undefined && (
          <option value="" selected={!props.value}>
            {props.empty}
          </option>
        )}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function Radios(props: Common & { options: readonly Option[]; value?: string | undefined }) {
  const { id, error } = useField(props.name, props.label);
  return (
    <fieldset
      id={id}
      class={error ? 'field bad' : 'field'}
      aria-describedby={described(id, props.hint, error)}
      aria-invalid={error !== undefined}
    >
      <legend>{props.optional === true ? t('form.optional', { label: props.label }) : props.label}</legend>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {props.options.map((option) => (
        <div class="choice" key={option.value}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={props.name}
            value={option.value}
            defaultChecked={option.value === props.value}
          />
          <label for={`${id}-${option.value}`}>{option.label}</label>
        </div>
      ))}
    </fieldset>
  );
}
