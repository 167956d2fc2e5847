import { Lock, UserRoundCheck } from 'lucide-react';
import { lazy, type ReactElement } from 'react';
import { Button, HandAsk, Part, type ThreadPlace, useCommand, useView, useWords } from '#platform/ui';
import { getConversation } from '../contract.ts';
import { useFollow } from './people-panel.tsx';
import { openDialog, useOpened } from './opened.ts';
import { outsideWords } from './outside-words.ts';
import { depthWords } from './words.ts';

const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }));
const MoveOnto = lazy(async () => ({ default: (await import('./move-onto.tsx')).MoveOnto }));
const SplitDialog = lazy(async () => ({ default: (await import('./split-dialog.tsx')).SplitDialog }));
const PromiseDialog = lazy(async () => ({ default: (await import('./promise-dialog.tsx')).PromiseDialog }));
const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }));
const AnswerAllDialog = lazy(async () => ({ default: (await import('./answer-all-dialog.tsx')).AnswerAllDialog }));
const CloseAskDialog = lazy(async () => ({ default: (await import('./close-ask-dialog.tsx')).CloseAskDialog }));
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));
const SightDialog = lazy(async () => ({ default: (await import('./sight-dialog.tsx')).SightDialog }));
const ConfideDialog = lazy(async () => ({ default: (await import('./confide-dialog.tsx')).ConfideDialog }));

/** Merge, split, move, need-to-know: their commands at hand, their dialogs when asked for, and a strip where it matters. */
export function ThreadActs(place: ThreadPlace): ReactElement {
  const t = useWords(depthWords);
  const o = useWords(outsideWords);
  const opened = useOpened();
  const close = (): void => openDialog(undefined);
  const mayMove = place.can.includes('assign');
  const mayShare = place.can.includes('share');
  const mayConfide = place.can.includes('make-confidential');
  useCommand('merge', () => openDialog({ kind: 'merge' }), mayMove);
  useCommand('confide', () => openDialog({ kind: 'confide' }), mayConfide);
  useCommand('share', () => openDialog({ kind: 'share' }), mayShare);
  const conversation = useView(getConversation, { params: { id: place.conversationId } }).data;
  const isConfidential = conversation?.confidential === true;
  const follow = useFollow(conversation);
  useCommand('promise', () => openDialog({ kind: 'promise' }), place.can.includes('note'));
  useCommand('follow', follow.toggle);
  useCommand('link', () => openDialog({ kind: 'link' }), place.can.includes('note'));
  return (
    <>
      {isConfidential && (
        <div
          role="note"
          className="flex min-h-8 flex-none items-center gap-2 border-b border-line bg-danger-soft px-[18px] text-xs text-danger-text max-phone:px-3.5"
        >
          <Lock className="size-3.5" />
          <span className="min-w-0 flex-1">{t('confidentialStrip')}</span>
          {mayConfide && (
            <Button size="xs" onClick={() => openDialog({ kind: 'confide' })}>
              {t('change')}
            </Button>
          )}
        </div>
      )}
      {conversation?.shared === true && (
        <Strip
          says={o('sharedStrip')}
          act={mayShare ? { label: o('change'), run: () => openDialog({ kind: 'share' }) } : undefined}
        />
      )}
      <Part isAsked>
        {opened?.kind === 'merge' && <MergeDialog place={place} onClose={close} />}
        {opened?.kind === 'move' && <MergeDialog place={place} entryId={opened.entryId} onClose={close} />}
        {opened?.kind === 'moveOnto' && <MoveOnto {...opened} place={place} onClose={close} />}
        {opened?.kind === 'split' && <SplitDialog place={place} entryId={opened.entryId} onClose={close} />}
        {opened?.kind === 'promise' && <PromiseDialog place={place} onClose={close} />}
        {opened?.kind === 'link' && <LinkDialog place={place} onClose={close} />}
        {opened?.kind === 'answer-all' && <AnswerAllDialog place={place} onClose={close} />}
        {opened?.kind === 'close-ask' && opened.conversationId === place.conversationId && (
          <CloseAskDialog place={place} asked={opened} onClose={close} />
        )}
        {opened?.kind === 'hand-ask' && opened.conversationId === place.conversationId && (
          <HandAsk {...opened} onClose={close} />
        )}
        {opened?.kind === 'share' && <ShareDialog place={place} onClose={close} />}
        {opened?.kind === 'sight' && <SightDialog place={place} onClose={close} />}
        {opened?.kind === 'confide' && <ConfideDialog place={place} onClose={close} />}
      </Part>
    </>
  );
}

/** Who else reads here is never a secret from those who write. */
function Strip(props: {
  readonly says: string;
  readonly act: { readonly label: string; readonly run: () => void } | undefined;
}): ReactElement {
  return (
    <div
      role="note"
      className="flex min-h-8 flex-none items-center gap-2 border-b border-line bg-info-soft px-[18px] text-xs text-info-text max-phone:px-3.5"
    >
      <UserRoundCheck className="size-3.5" />
      <span className="min-w-0 flex-1">{props.says}</span>
      {props.act && (
        <Button size="xs" onClick={props.act.run}>
          {props.act.label}
        </Button>
      )}
    </div>
  );
}
