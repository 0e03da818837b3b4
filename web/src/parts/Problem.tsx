import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Failure } from '../api/problem';
import { t } from '../i18n';
import { signIn } from '../session';

interface Props {
  failure: Failure;
  retry?: (() => void) | undefined;
  focus?: boolean;
  /** The page's own words for this refusal. */
  children?: ComponentChildren;
}

/** What went wrong and what to do now. */
export function Problem({ failure, retry, focus, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (focus) {
      box.current?.focus();
    }
  }, [focus]);
  return (
    <div class="note wrong" role="alert" tabIndex={-1} ref={box}>
      <h2>{t(`problem.${failure.kind}.title`)}</h2>
      {children ?? <p>{words(failure)}</p>}
      {failure.kind === 'fault' && failure.id && (
        <p>
          {t('problem.id')} <code>{failure.id}</code>
        </p>
      )}
      {failure.kind === 'signed-out' ? (
        <button type="button" class="button second" onClick={() => void signIn()}>
          {t('session.signInAgain')}
        </button>
      ) : (
        retry && (
          <button type="button" class="button second" onClick={retry}>
            {t('problem.again')}
          </button>
        )
      )}
    </div>
  );
}

function words(failure: Failure): string {
  if (/:(own-referral|second-person)$/.test(failure.type)) {
    return t('problem.own');
  }
  const own = failure.kind === 'invalid' || failure.kind === 'conflict' ? failure.detail : '';
  return own || t(`problem.${failure.kind}.text`);
}
