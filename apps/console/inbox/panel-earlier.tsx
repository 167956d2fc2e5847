import type { ReactElement } from 'react';
import { ageOf, Dot, type Say, SideSection, useNow, usePages } from '#platform/ui';
import { listConversations } from '../routes.ts';
import { AppLink } from '../shell/links.tsx';
import type { ConversationView } from './views.ts';
import type { inboxWords } from './words.ts';

type InboxSay = Say<keyof typeof inboxWords.en>;

/** A customer's conversations, as far as this teammate sees them, the newest first. */
export function useTheirs(customerId: string, enabled: boolean) {
  return usePages(listConversations, { query: { box: 'customer', customerId, order: 'newest' } }, { enabled });
}

/** Most earlier conversations shown; the rest are on the customer's own page. */
const mostEarlier = 5;

/** What else they came with. */
export function Earlier(props: {
  readonly conversation: ConversationView;
  readonly t: InboxSay;
  readonly toggleLabel: (open: boolean) => string;
}): ReactElement | null {
  const { conversation, t } = props;
  const now = useNow();
  const pages = useTheirs(conversation.customer.id, true);
  const rows = pages.data?.pages.flatMap((page) => page.rows).filter((row) => row.id !== conversation.id) ?? [];
  if (rows.length === 0) return null;
  return (
    <SideSection
      id="earlier"
      title={t('earlier')}
      toggleLabel={props.toggleLabel}
      aside={pages.hasNextPage ? undefined : t('inTotal', { count: rows.length })}
    >
      <ul className="flex flex-col gap-2">
        {rows.slice(0, mostEarlier).map((row) => (
          <li key={row.id}>
            <AppLink
              href={`/inbox/all/${row.id}`}
              label={row.subject || t('noSubject')}
              current={false}
              className="-my-1 flex min-h-6 items-center gap-2"
            >
              <Dot tone={row.status.category === 'closed' ? 'good' : 'risk'} />
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {row.subject || t('noSubject')}
              </span>
              <bdi className="text-2xs text-text-3">{ageOf(row.lastEntryAt, now)}</bdi>
            </AppLink>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
