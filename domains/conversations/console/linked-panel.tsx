import { Link2, Megaphone, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { AppLink, Button, cx, useView, useWords } from '#platform/ui';
import { type FanOutView, getConversation, type LinkView, listLinks } from '../contract.ts';
import { linkWords } from './link-words.ts';
import { openDialog } from './opened.ts';
import { useFresh } from './use-fresh.ts';
import { useLinks } from './use-links.tsx';

/** What a change of the conversation makes anew. */
const asked = [listLinks];

/** What this conversation is linked with, as far as one may see, and how far an answer to all it causes is. */
export function LinkedPanel(props: {
  readonly conversationId: string;
  readonly customerId: string;
}): ReactElement | null {
  const t = useWords(linkWords);
  const params = { id: props.conversationId };
  const conversation = useView(getConversation, { params }).data;
  const links = useView(listLinks, { params }).data;
  useFresh(props.conversationId, conversation?.version, asked);
  if (conversation === undefined || links === undefined) return null;
  const causes = links.rows.filter((row) => row.relation === 'causes' && row.conversation.category !== 'closed').length;
  return (
    <div className="flex flex-col gap-2.5">
      {links.rows.length === 0 && <p className="text-text-3">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {links.rows.map((row) => (
          <Linked key={`${row.relation} ${row.conversation.id}`} conversationId={conversation.id} row={row} />
        ))}
      </ul>
      {links.fanOuts.slice(0, 3).map((one) => (
        <Progress key={one.id} fanOut={one} />
      ))}
      <span className="flex flex-wrap gap-2">
        {conversation.can.includes('note') && (
          <Button size="sm" onClick={() => openDialog({ kind: 'link' })}>
            <Link2 className="size-3.5" />
            {t('add')}
          </Button>
        )}
        {causes > 0 && conversation.can.includes('reply') && (
          <Button size="sm" onClick={() => openDialog({ kind: 'answer-all' })}>
            <Megaphone className="turns size-3.5" />
            {t('answerAll', { count: causes })}
          </Button>
        )}
      </span>
    </div>
  );
}

function Linked(props: { readonly conversationId: string; readonly row: LinkView }): ReactElement {
  const t = useWords(linkWords);
  const { relation, conversation, can } = props.row;
  const links = useLinks(props.conversationId);
  const name = `#${conversation.number} ${conversation.subject}`;
  const isClosed = conversation.category === 'closed';
  return (
    <li className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <span className="block text-xs text-text-3">{t(relation)}</span>
        <AppLink
          href={`/inbox/all/${conversation.id}`}
          label={name}
          current={false}
          className="block min-h-6 truncate font-medium text-brand-text max-phone:min-h-10"
        >
          <bdi className={cx(isClosed && 'line-through')}>{name}</bdi>
        </AppLink>
        <span className="block truncate text-xs text-text-3">
          <bdi>{conversation.customerName}</bdi>, {t(conversation.category)}
        </span>
      </span>
      {can.includes('remove') && (
        <Button
          look="ghost"
          size="xs"
          square
          aria-label={t('remove', { number: conversation.number })}
          onClick={() => void links.remove(props.row)}
        >
          <X className="size-3" />
        </Button>
      )}
    </li>
  );
}

/** How many have it, and who has it not and why. */
function Progress({ fanOut }: { readonly fanOut: FanOutView }): ReactElement {
  const t = useWords(linkWords);
  const told = t(fanOut.hasText ? 'progress' : 'progressClosed', {
    done: fanOut.done - fanOut.refused.length,
    total: fanOut.total,
  });
  return (
    <div className="rounded-md border border-line p-2 text-xs">
      <label className="flex flex-col gap-1">
        <span role="status" dir="auto">
          {told}
        </span>
        <progress className="h-1.5 w-full accent-brand" max={fanOut.total} value={fanOut.done} />
      </label>
      {fanOut.refused.map((one, index) => (
        <p key={`${one.number} ${index}`} className="mt-1 text-danger-text">
          {t('refused', { where: one.number === null ? t('unseen') : `#${one.number}`, why: one.why })}
        </p>
      ))}
    </div>
  );
}
