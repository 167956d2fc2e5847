import type { ReactElement } from 'react';
import {
  Button,
  Chip,
  type CompanyPieceProps,
  type CustomerPieceProps,
  Dot,
  fullMomentOf,
  useNow,
  usePages,
  useWords,
  whenOf,
} from '#platform/ui';
import { listConversations } from '../routes.ts';
import { AppLink } from '../shell/links.tsx';
import { channelLook } from './channels.tsx';
import { useNames } from './use-names.ts';
import { inboxWords } from './words.ts';

/** On a customer's page: every conversation with them, the last first. */
export function CustomerConversations(props: CustomerPieceProps): ReactElement | null {
  return <Conversations query={{ box: 'customer', customerId: props.customerId, order: 'newest' }} />;
}

/** On a company's page: every conversation with its people, the last first. */
export function CompanyConversations(props: CompanyPieceProps): ReactElement | null {
  return <Conversations query={{ box: 'company', companyId: props.companyId, order: 'newest' }} />;
}

function Conversations(props: {
  readonly query: { box: 'customer' | 'company'; customerId?: string; companyId?: string; order: 'newest' };
}): ReactElement | null {
  const t = useWords(inboxWords);
  const now = useNow();
  const names = useNames();
  const pages = usePages(listConversations, { query: props.query });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  if (pages.data === undefined) return null;
  return (
    <section aria-label={t('conversations')} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-2">
      <h3 className="mb-1.5 text-xs font-semibold text-text-3">{t('conversations')}</h3>
      {rows.length === 0 && <p className="pb-2 text-text-3">{t('emptyTitle')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-b-0">
            <AppLink
              href={`/inbox/all/${row.id}`}
              label={row.subject || t('noSubject')}
              current={false}
              className="flex min-h-12 items-center gap-3 py-1.5 hover:bg-hover [&>.lucide]:size-4 [&>.lucide]:text-text-3"
            >
              {channelLook(row.lastChannel ?? '').icon}
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{row.subject || t('noSubject')}</bdi>
                <bdi className="block truncate text-xs text-text-3">{row.preview}</bdi>
              </span>
              <Chip tone="plain">
                <Dot tone={row.status.category === 'closed' ? 'good' : 'risk'} />
                {names.status(row.status.id) ?? row.status.category}
              </Chip>
              <time title={fullMomentOf(row.lastEntryAt)} className="text-xs text-text-3 max-phone:hidden">
                {whenOf(row.lastEntryAt, now)}
              </time>
            </AppLink>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </section>
  );
}
