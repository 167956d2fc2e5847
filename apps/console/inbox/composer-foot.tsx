import { BookOpen, CaseSensitive, ChevronDown, Lock, Paperclip, Reply, Zap } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button, type ComposerMode, Kbd, Menu, runCommand, Segments, useKeys, useWords } from '#platform/ui';
import { isPreview } from '../shell/is-preview.ts';
import { channelSign } from './channels.tsx';
import type { ConversationView } from './views.ts';
import { useBrand } from './use-brand.ts';
import { inboxWords } from './words.ts';

interface FootProps {
  readonly conversation: ConversationView;
  readonly mode: ComposerMode;
  readonly onMode: (mode: ComposerMode) => void;
  readonly lineId: string | undefined;
  readonly onLine: (id: string) => void;
  readonly saved: 'savedHere' | 'saving' | 'saved' | undefined;
  readonly canSend: boolean;
  /** Absent where nothing can be attached. */
  readonly onAttach: (() => void) | undefined;
  /** Absent where words have no form. */
  readonly onFormat: (() => void) | undefined;
  readonly isFormatting: boolean;
  readonly onSubmit: (andClose: boolean) => void;
  /** To let it leave later, with its dialog while it is open. */
  readonly later: { readonly open: () => void; readonly dialog: ReactElement | null };
}

/** Below the field: reply or note, by which line, what can be put in, and sending. */
export function Foot(props: FootProps): ReactElement {
  const t = useWords(inboxWords);
  const lines = props.conversation.replyLines;
  const line = lines.find((one) => one.id === props.lineId);
  const [isChoosing, setChoosing] = useState(false);
  const hasChoice = lines.length > 1;
  const channel =
    line === undefined ? { icon: <Reply className="turns" />, label: t('reply') } : channelSign(line.channel, t);
  const brand = useBrand(props.conversation.brandId);
  const sendKeys = useKeys('send');
  const isNote = props.mode === 'note';
  return (
    <>
      <span className="me-1.5 flex items-center">
        <Segments
          label={t('mode')}
          value={props.mode}
          onChoose={(mode) => (mode === 'reply' && !isNote && hasChoice ? setChoosing(true) : props.onMode(mode))}
          options={[
            {
              id: 'reply',
              label: brand ? t('asBrand', { name: brand.name }) : channel.label,
              icon: channel.icon,
              title: brand ? channel.label : t('reply'),
              more: hasChoice ? <ChevronDown /> : undefined,
            },
            { id: 'note', label: t('note'), icon: <Lock />, title: t('note') },
          ]}
        />
        {hasChoice && (
          <Menu
            label={t('line')}
            header={t('line')}
            open={isChoosing}
            onOpen={setChoosing}
            trigger={<button type="button" tabIndex={-1} aria-label={t('line')} className="h-7 w-0" />}
            items={lines.map((one) => ({
              id: one.id,
              label: one.name,
              detail: one.address,
              icon: channelSign(one.channel, t).icon,
              isChosen: one.id === props.lineId,
              run: () => props.onLine(one.id),
            }))}
          />
        )}
      </span>
      {props.conversation.can.includes('note') && (
        <Button
          look="ghost"
          size="sm"
          square
          aria-label={t('macros')}
          title={t('macros')}
          onClick={() => runCommand('macro')}
        >
          <Zap />
        </Button>
      )}
      {props.onAttach && (
        <Button look="ghost" size="sm" square aria-label={t('attach')} title={t('attach')} onClick={props.onAttach}>
          <Paperclip />
        </Button>
      )}
      {props.onFormat && (
        <Button
          look="ghost"
          size="sm"
          square
          aria-label={t('format')}
          title={t('format')}
          aria-expanded={props.isFormatting}
          onClick={props.onFormat}
        >
          <CaseSensitive />
        </Button>
      )}
      <span className="max-phone:hidden">
        <Tool label={t('knowledge')} icon={<BookOpen />} />
      </span>
      <span className="flex-1" />
      <span role="status" className="me-2 text-2xs text-text-3 max-phone:sr-only">
        {props.saved && t(props.saved)}
      </span>
      <span className="inline-flex">
        <Button
          look="primary"
          disabled={!props.canSend}
          onClick={() => props.onSubmit(false)}
          className={isNote ? '' : 'rounded-e-none'}
        >
          {isNote ? t('addNote') : t('send')}
          <span className="max-phone:hidden">
            <Kbd keys={sendKeys} onFill />
          </span>
        </Button>
        {!isNote && (
          <Menu
            label={t('moreWays')}
            trigger={
              <Button
                look="primary"
                disabled={!props.canSend}
                aria-label={t('moreWays')}
                className="-ms-px w-[30px] justify-center rounded-s-none border-s-white/25 px-0"
              >
                <ChevronDown className="size-3.5" />
              </Button>
            }
            items={[
              { id: 'close', label: t('sendAndClose'), keys: 'mod+shift+enter', run: () => props.onSubmit(true) },
              { id: 'later', label: t('sendLater'), keys: 'mod+alt+enter', run: props.later.open },
            ]}
          />
        )}
      </span>
      {props.later.dialog}
    </>
  );
}

function Tool(props: { readonly label: string; readonly icon: ReactElement }): ReactElement | null {
  if (!isPreview) return null;
  return (
    <Button look="ghost" size="sm" square aria-label={props.label} title={props.label}>
      {props.icon}
    </Button>
  );
}
