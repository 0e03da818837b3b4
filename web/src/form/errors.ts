import type { FieldError } from '../api/problem';
import { isKey, t } from '../i18n';

/** What to tell about a field: our own words for a known code, else the server's. */
export function errorText(error: FieldError): string {
  const named = `error.${error.field}.${error.code}`;
  const general = `error.${error.code}`;
  if (isKey(named)) {
    return t(named);
  }
  return isKey(general) ? t(general) : error.message || t('error.other');
}
