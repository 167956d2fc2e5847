import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useLanguage } from '#platform/ui';

/** Everything is drawn anew in another language, also what looked a word up once. */
export function InLanguage({ children }: { readonly children: ReactNode }): ReactElement {
  return <Fragment key={useLanguage()}>{children}</Fragment>;
}
