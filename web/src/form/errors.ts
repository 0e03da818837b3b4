import type { FieldError } from '../api/problem';
import { isKey, t } from '../i18n';

/** What to tell about a field: our own words for a known code, else the server's. */
export function errorText(error: FieldError): string {
  const last = error.field.replace(/^.*\./, '');
  const keys = [`error.${error.field}.${error.code}`, `error.${last}.${error.code}`, `error.${error.code}`];
  const key = keys.find(isKey);
  return key === undefined ? error.message || t('error.other') : t(key);
}
