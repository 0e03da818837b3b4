import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import { moved } from '../routes';
import { taken } from './announce';
import type { Loaded } from './load';
import { Problem } from './Problem';

interface PageProps {
  title: string;
  back?: { to: string; text: string } | undefined;
  children: ComponentChildren;
}

/**
 * A page with its heading, which takes the focus when one comes from another page; under it what was done there.
 */
export function Page({ title, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [done] = useState(taken);
  useEffect(() => {
    document.title = `${title} - ReferralFlow`;
  }, [title]);
  useEffect(() => {
    if (moved()) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div class="stack">
      {back && (
        <a class="back" href={back.to}>
          <span aria-hidden="true">&larr; </span>
          {back.text}
        </a>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {done && <p class="note good">{done}</p>}
      {children}
    </div>
  );
}

/** Puts the focus on the heading: what had it is gone from the page. */
export function toHeading(): void {
  document.querySelector('h1')?.focus();
}

/** What was loaded, or that it is on its way, or why it does not come. */
export function Show<T>({ from, children }: { from: Loaded<T>; children: (data: T) => ComponentChildren }) {
  return (
    <>
      {from.failure &&
        (from.data === undefined ? (
          <Problem failure={from.failure} retry={() => void from.reload()} />
        ) : (
          <p class="note wait" role="status">
            {t('page.stale')}
          </p>
        ))}
      {from.data !== undefined ? children(from.data) : !from.failure && <Loading />}
    </>
  );
}

export function Loading() {
  return (
    <p class="loading soft" role="status">
      {t('page.loading')}
    </p>
  );
}
