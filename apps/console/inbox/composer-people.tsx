import { ChevronDown, CornerUpRight, Users, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button, useWords } from '#platform/ui';
import { AddressList, isAddress } from './address-list.tsx';
import type { DraftContent } from './draft-store.ts';
import type { ConversationView } from './views.ts';
import { composerWords } from './composer-words.ts';
import { Undeliverable } from './undeliverable.tsx';

type ReplyLine = ConversationView['replyLines'][number];

/** Whom this goes to, always in view: nobody gets a copy unseen. Opened, each list can be changed. */
export function ComposerPeople(props: {
  readonly conversation: ConversationView;
  readonly line: ReplyLine;
  readonly content: DraftContent;
  readonly onChange: (content: DraftContent) => void;
}): ReactElement {
  const t = useWords(composerWords);
  const { line, content } = props;
  const to = content.to ?? line.to.map(({ address }) => address);
  const cc = content.cc ?? line.cc.map(({ address }) => address);
  const bcc = content.bcc ?? [];
  const isPassingOn = content.forwards !== undefined;
  const [isOpen, setOpen] = useState(isPassingOn);
  const names = new Map(props.conversation.participants.map((one) => [one.address?.toLowerCase(), one.name]));
  const nameOf = (address: string): string => names.get(address.toLowerCase()) || address;
  const set = (part: DraftContent): void => props.onChange({ ...content, to, cc, ...part });
  const all = new Set([...to, ...cc, ...bcc].map((address) => address.toLowerCase()));
  const known = props.conversation.participants
    .flatMap(({ address }) => address ?? [])
    .filter((one) => isAddress(one) && !all.has(one.toLowerCase()));
  const isOpenNow = isOpen || (isPassingOn && to.length === 0);
  return (
    <div className="border-b border-line text-xs text-text-2">
      <Undeliverable brandId={props.conversation.brandId} addresses={[...to, ...cc, ...bcc]} />
      <div className="px-3.5 py-1">
        {isPassingOn && (
          <div className="flex items-center gap-1.5 py-0.5 font-control text-text">
            <CornerUpRight className="turns size-3.5" />
            <span className="flex-1">{t('passingOn', { count: content.carriedFileIds?.length ?? 0 })}</span>
            <Button
              size="xs"
              look="ghost"
              square
              aria-label={t('dontPassOn')}
              title={t('dontPassOn')}
              onClick={() => props.onChange(withoutForward(content))}
            >
              <X className="size-3" />
            </Button>
          </div>
        )}
        {isOpenNow ? (
          <div className="flex flex-col gap-0.5">
            {(['to', 'cc', 'bcc'] as const).map((kind) => (
              <AddressList
                key={kind}
                kind={kind}
                addresses={{ to, cc, bcc }[kind]}
                known={known}
                nameOf={nameOf}
                onChange={(next) => set({ [kind]: next })}
              />
            ))}
            <label className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={content.quote ?? false}
                disabled={isPassingOn}
                onChange={(event) => set({ quote: event.target.checked })}
              />
              {t('quoteToAll')}
            </label>
          </div>
        ) : (
          <div className="flex min-h-6 items-center gap-2">
            <button
              type="button"
              onClick={() => setOpen(true)}
              aria-expanded={false}
              className="flex min-h-6 min-w-0 flex-1 items-center gap-1 text-start max-phone:min-h-11"
            >
              <span className="text-text-3">{t('toShort')}</span>
              <bdi className="truncate text-text">{to.map(nameOf).join(', ') || t('nobodyYet')}</bdi>
              {cc.length > 0 && <bdi className="truncate">{t('copyTo', { names: cc.map(nameOf).join(', ') })}</bdi>}
              {bcc.length > 0 && <span className="whitespace-nowrap">{t('blindCount', { count: bcc.length })}</span>}
              <ChevronDown className="size-3 flex-none" />
              <span className="sr-only">{t('changePeople')}</span>
            </button>
            {line.cc.length > 0 && !isPassingOn && (
              <Button size="xs" look="ghost" onClick={() => set(cc.length > 0 ? { cc: [] } : everyone(line))}>
                <Users className="size-3" />
                {t(cc.length > 0 ? 'onlyOne' : 'replyAll')}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function everyone(line: ReplyLine): DraftContent {
  return { to: line.to.map(({ address }) => address), cc: line.cc.map(({ address }) => address) };
}

/** What was passed on is no more; the people it was for are not answered by mistake. */
function withoutForward(content: DraftContent): DraftContent {
  const { forwards: _forwards, carriedFileIds: _files, to: _to, cc: _cc, bcc: _bcc, ...rest } = content;
  return rest;
}
