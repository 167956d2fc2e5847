import { useLocation } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import { Button, EmptyState, useWords } from '#platform/ui';
import { sockets } from '../sockets.ts';
import { useGo } from './links.tsx';
import { shellWords } from './words.ts';

/** A page that a domain brings, found by the first part of the address. */
export function AreaPage(): ReactElement {
  const t = useWords(shellWords);
  const go = useGo();
  const path = useLocation().pathname.slice(1);
  const page = sockets.pages.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (page === undefined) {
    return (
      <EmptyState title={t('notHereTitle')} action={<Button onClick={() => go('/inbox')}>{t('toInbox')}</Button>}>
        {t('notHere')}
      </EmptyState>
    );
  }
  const Page = page.component;
  return (
    <Suspense fallback={null}>
      <Page rest={path.slice(page.path.length + 1)} />
    </Suspense>
  );
}
