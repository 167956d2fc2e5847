import { Ellipsis } from 'lucide-react';
import { lazy, useState, type DragEvent, type ReactElement } from 'react';
import { Button, EventHead, MailBody, Menu, useNow, useWords, whenOf, Part } from '#platform/ui';
import { sockets } from '../sockets.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { drafts } from './draft-store.ts';
import { Files } from './files.tsx';
import { standingOf } from './standing.ts';
import type { ConversationView, EntryView } from './views.ts';
import { useFullMoment } from './their-clock.tsx';
import { inboxWords } from './words.ts';

const MailFrame = lazy(async () => ({ default: (await import('./mail-frame.tsx')).MailFrame }));
const OwnWords = lazy(async () => ({ default: (await import('./own-words.tsx')).OwnWords }));
const SenderBadge = lazy(async () => ({ default: (await import('./sender-badge.tsx')).SenderBadge }));
const follower = () => import('./drag-message.ts');
const WhyHere = lazy(async () => ({ default: (await import('./why-here.tsx')).WhyHere }));

/** One message: its head, its body as it was written or as text, its files, how far it is on its way. */
export function Message(props: {
  readonly conversation: ConversationView;
  readonly entry: EntryView;
  readonly how: string;
}): ReactElement {
  const now = useNow();
  const fullMoment = useFullMoment();
  const { entry } = props;
  const [isText, setText] = useState(false);
  const [isWhyShown, setWhyShown] = useState(false);
  const text = (
    <>
      <MailBody>{entry.text}</MailBody>
      {entry.quoted !== '' && <QuotedRest text={entry.quoted} />}
    </>
  );
  // What we wrote is drawn by us; what a customer wrote is shown as they wrote it.
  const Formed = entry.kind === 'in' ? MailFrame : OwnWords;
  const hasFrame = entry.hasHtml;
  return (
    <>
      <div {...dragOf(entry, props.conversation.can)}>
        <EventHead
          name={entry.author.name}
          how={props.how}
          when={whenOf(entry.occurredAt, now)}
          fullWhen={fullMoment(entry.occurredAt)}
          after={
            <MessageMenu
              conversation={props.conversation}
              entry={entry}
              onText={hasFrame ? () => setText(!isText) : undefined}
              isText={isText}
              onWhy={() => setWhyShown(!isWhyShown)}
            />
          }
        />
      </div>
      {entry.evidence?.senderCheck && (
        <Part>
          <SenderBadge check={entry.evidence.senderCheck} />
        </Part>
      )}
      {isWhyShown && entry.evidence !== null && (
        <Part>
          <WhyHere
            entry={entry}
            evidence={entry.evidence}
            acts={actsOf(entry, props.conversation.can).filter((act) => act.answersWhy)}
          />
        </Part>
      )}
      <div className={standingOf(entry)?.state === 'failed' ? 'rounded-md border border-danger px-3 py-2' : undefined}>
        {hasFrame && !isText ? (
          <Part fallback={text}>
            <Formed entryId={entry.id} name={entry.author.name} customerId={knownSenderOf(entry)} text={text} />
          </Part>
        ) : (
          text
        )}
      </div>
      <Files files={entry.files} />
      <DeliveryLine conversation={props.conversation} entry={entry} />
    </>
  );
}

/** What can be asked of a message that came: how it was written, why it is here, its source. */
function MessageMenu(props: {
  readonly conversation: ConversationView;
  readonly entry: EntryView;
  readonly isText: boolean;
  readonly onText: (() => void) | undefined;
  readonly onWhy: () => void;
}): ReactElement | null {
  const t = useWords(inboxWords);
  const { entry, onText } = props;
  const acts = actsOf(entry, props.conversation.can);
  const canPassOn =
    (entry.kind === 'in' || entry.kind === 'out') && props.conversation.replyLines.some((line) => line.copies);
  if (entry.local !== undefined || (entry.kind !== 'in' && acts.length === 0 && !canPassOn)) return null;
  return (
    <Menu
      label={t('aboutMessage')}
      trigger={
        <Button look="ghost" size="xs" square aria-label={t('aboutMessage')} title={t('aboutMessage')}>
          <Ellipsis className="size-3.5" />
        </Button>
      }
      items={[
        ...(onText ? [{ id: 'text', label: t(props.isText ? 'html' : 'asText'), run: onText }] : []),
        ...(entry.evidence === null ? [] : [{ id: 'why', label: t('whyHere'), run: props.onWhy }]),
        ...(canPassOn ? [{ id: 'passOn', label: t('passOn'), run: () => passOn(props.conversation.id, entry) }] : []),
        ...(entry.kind === 'in'
          ? [
              {
                id: 'source',
                label: t('wholeSource'),
                run: () => location.assign(`/api/entries/${entry.id}/source`),
              },
            ]
          : []),
        ...acts.map((act) => ({ id: act.id, label: act.title, run: () => act.run(entry) })),
      ]}
    />
  );
}

/** Who certainly wrote it: what failed its check could be anybody's, and is asked about each time. */
function knownSenderOf(entry: EntryView): string | undefined {
  const isDoubtful = entry.evidence?.senderCheck?.verdict === 'fail';
  return entry.author.kind === 'customer' && entry.author.id !== null && !isDoubtful ? entry.author.id : undefined;
}

function actsOf(entry: EntryView, can: readonly string[]) {
  return sockets.entryActs.filter((act) => act.kinds.includes(entry.kind) && can.includes(act.needs));
}

/** The head of a message can be dragged onto a conversation of the list; its twin by keys is in the menu. */
function dragOf(entry: EntryView, can: readonly string[]) {
  const onto = entry.local === undefined ? actsOf(entry, can).find((act) => act.onto)?.onto : undefined;
  if (onto === undefined) return {};
  return {
    draggable: true,
    // there when the hand begins to drag
    onPointerEnter: () => void follower(),
    onDragStart: (event: DragEvent): void => {
      event.dataTransfer.setData('application/x-rapport-message', entry.id);
      event.dataTransfer.effectAllowed = 'move';
      void follower().then(({ followDrag }) => followDrag((id) => onto(entry, id)));
    },
  };
}

/** Passing on begins in the composer, to nobody yet: the customer is not answered by mistake. Its files go along. */
function passOn(conversationId: string, entry: EntryView): void {
  const draft = drafts.read(conversationId, 'reply');
  const carriedFileIds = entry.files.filter((file) => !file.inline).map(({ id }) => id);
  const content = { ...draft.content, forwards: entry.id, carriedFileIds, to: [], cc: [], bcc: [] };
  drafts.write(conversationId, 'reply', { ...draft, content });
}

/** The quoted rest of an earlier message: folded, never gone. */
function QuotedRest({ text }: { readonly text: string }): ReactElement {
  const t = useWords(inboxWords);
  return (
    <details className="mt-1.5 text-sm text-text-3">
      <summary className="inline-flex min-h-6 cursor-pointer items-center">{t('quotedRest')}</summary>
      <div dir="auto" className="border-s-2 border-line-2 ps-2 break-words whitespace-pre-wrap">
        {text}
      </div>
    </details>
  );
}
