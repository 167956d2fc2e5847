import { useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useLanguage, viewKey } from '#platform/ui';
import { readSession } from '../routes.ts';

/**
 * Everything is drawn anew in another language, also what looked a word up once. What was read before holds sentences of the
 * server in the language of then: it is asked for anew. Not who we are: that was just said, and may not be kept yet.
 */
export function InLanguage({ children }: { readonly children: ReactNode }): ReactElement {
  const now = useLanguage();
  const client = useQueryClient();
  const drawnIn = useRef(now);
  useEffect(() => {
    if (drawnIn.current === now) return;
    drawnIn.current = now;
    const [session] = viewKey(readSession);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== session });
  }, [client, now]);
  return <Fragment key={now}>{children}</Fragment>;
}
