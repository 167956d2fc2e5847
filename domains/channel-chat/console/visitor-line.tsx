import { CircleDashed, Mail, Radio } from 'lucide-react';
import type { ReactElement } from 'react';
import { isSameDay, timeOf, useRooms, useView, useWords, whenOf } from '#platform/ui';
import { readChatVisitor, type VisitorView } from '../contract.ts';
import { visitorWords } from './visitor-words.ts';

/** Whether the visitor of a chat is there to read what one writes, and what becomes of it where they are not. */
export function VisitorLine({ conversationId }: { readonly conversationId: string }): ReactElement | null {
  const t = useWords(visitorWords);
  useRooms([`chat-visitor:${conversationId}`]);
  const visitor = useView(readChatVisitor, { params: { id: conversationId } }).data?.visitor;
  if (!visitor) return null;
  const says = saysOf(visitor);
  const where = visitor.page === null ? null : pathOf(visitor.page);
  return (
    <p
      role="status"
      className="mx-[18px] flex min-h-6 flex-none items-center gap-1.5 text-xs text-text-2 max-phone:mx-3.5"
    >
      {icons[says]}
      <span className="min-w-0 wrap-anywhere">
        {t(says, { time: sinceOf(visitor.hereAt), address: visitor.address ?? '' })}
        {visitor.isHere && where !== null && (
          <>
            {', '}
            <bdi title={visitor.page ?? undefined}>{where}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

const icons = {
  here: <Radio className="size-3 flex-none text-success-text" aria-hidden="true" />,
  goesByMail: <Mail className="size-3 flex-none" aria-hidden="true" />,
  leftWithAddress: <Mail className="size-3 flex-none" aria-hidden="true" />,
  left: <CircleDashed className="size-3 flex-none" aria-hidden="true" />,
} as const;

function saysOf({ isHere, goesByMail, unseen }: VisitorView): keyof typeof icons {
  if (isHere) return 'here';
  if (!goesByMail) return 'left';
  return unseen > 0 ? 'goesByMail' : 'leftWithAddress';
}

/** "08:25" of today, "Mon 21:14" before. */
function sinceOf(at: string): string {
  const now = new Date();
  return isSameDay(new Date(at), now) ? timeOf(at) : whenOf(at, now.getTime());
}

/** The page without its host: the desk knows whose website it is. */
function pathOf(page: string): string | null {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/iu.exec(page)?.[1];
  return path === undefined || path === '/' ? null : path;
}
