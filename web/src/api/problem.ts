/** What stands between a person and the answer, sorted by what that person can do about it. */
export interface Failure {
  kind: 'offline' | 'signed-out' | 'forbidden' | 'absent' | 'conflict' | 'invalid' | 'busy' | 'fault';
  status: number;
  /** The contract's name of the problem, where it has one of its own. */
  type: string;
  detail: string;
  /** What support needs to find it in the log. */
  id: string | undefined;
  errors: FieldError[];
  /** Further members, such as the receipt of the referral that exists already. */
  more: Record<string, unknown>;
}

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

export const offline: Failure = {
  kind: 'offline',
  status: 0,
  type: '',
  detail: '',
  id: undefined,
  errors: [],
  more: {},
};

/** Reads a problem+json body; anything else (a proxy's page, nothing at all) is judged by its status. */
export function failureOf(status: number, body: unknown): Failure {
  const members = isObject(body) ? body : {};
  const { type, title: _title, status: _status, detail, id, instance, errors, ...more } = members;
  return {
    kind: kindOf(status),
    status,
    type: text(type),
    detail: text(detail),
    id: text(id) || text(instance) || undefined,
    errors: Array.isArray(errors) ? errors.filter(isObject).map(fieldError) : [],
    more,
  };
}

function kindOf(status: number): Failure['kind'] {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 404:
      return 'absent';
    case 409:
      return 'conflict';
    case 429:
      return 'busy';
    default:
      return status >= 400 && status < 500 ? 'invalid' : 'fault';
  }
}

function fieldError(error: Record<string, unknown>): FieldError {
  return { field: text(error.field), code: text(error.code), message: text(error.message) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
