import type { ReactElement } from 'react';
import { EmptyState, keyCaps, useKeys, useView, useWords } from '#platform/ui';
import { listBoxes, listLines } from '../routes.ts';
import { AppLink } from '../shell/links.tsx';
import { listEmptyWords } from './list-empty-words.ts';

const link =
  'mt-1 inline-flex h-8 items-center rounded-md border border-line-2 bg-surface px-3 font-control hover:bg-hover max-phone:h-11';
const plain = ['unassigned', 'all', 'mentions', 'drafts', 'escalations'] as const;
/** Lists that a key fills. */
const keyed = { snoozed: 'snooze', closed: 'close' } as const;

/** An empty list says the next thing to do and what will come there (R27); before the first line is open, that. */
export function ListEmpty({ view }: { readonly view: string }): ReactElement {
  const t = useWords(listEmptyWords);
  const lines = useView(listLines, { query: {} }).data;
  const waiting = useView(listBoxes, {}).data?.boxes.find(({ box }) => box === 'unassigned')?.open ?? 0;
  const keys = { snoozed: useKeys(keyed.snoozed), closed: useKeys(keyed.closed) };
  if (lines?.rows.length === 0) {
    return (
      <EmptyState
        title={t('noLine')}
        action={
          lines.can.includes('open') && (
            <>
              <AppLink href="/settings/channels" label={t('openLine')} current={false} className={link}>
                {t('openLine')}
              </AppLink>
              <AppLink href="/settings/sample" label={t('lookAround')} current={false} className={link}>
                {t('lookAround')}
              </AppLink>
            </>
          )
        }
      >
        {t('noLineHint')}
      </EmptyState>
    );
  }
  if (view === 'my-work') {
    return (
      <EmptyState
        title={t('mine')}
        action={
          waiting > 0 && (
            <AppLink href="/inbox/unassigned" label={t('toUnassigned')} current={false} className={link}>
              {t('toUnassigned')}
            </AppLink>
          )
        }
      >
        {waiting > 0 ? t('mineWait', { count: waiting }) : t('mineHint')}
      </EmptyState>
    );
  }
  if (view === 'snoozed' || view === 'closed')
    return <EmptyState title={t(view)}>{t(`${view}Hint`, { key: keyCaps(keys[view]).join(' ') })}</EmptyState>;
  const known = plain.find((one) => one === view) ?? (view.startsWith('queue-') ? 'queue' : 'other');
  return <EmptyState title={t(known)}>{t(`${known}Hint`)}</EmptyState>;
}
