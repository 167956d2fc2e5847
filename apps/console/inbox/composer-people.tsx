import { ChevronDown, CornerUpRight, Users, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button, useWords } from '#platform/ui';
import type { DraftContent } from './draft-store.ts';
import type { ConversationView } from './views.ts';
import { composerWords } from './composer-words.ts';
import { Undeliverable } from './undeliverable.tsx';

type ReplyLine = ConversationView['replyLines'][number];
type Kind = 'to' | 'cc' | 'bcc';

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
  const known = props.conversation.participants.flatMap(({ address }) => address ?? []);
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

const address = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** One list of who gets it: typed, pasted several at once, taken out. */
export function AddressList(props: {
  readonly kind: Kind;
  readonly addresses: readonly string[];
  readonly known: readonly string[];
  readonly nameOf: (address: string) => string;
  readonly onChange: (addresses: string[]) => void;
}): ReactElement {
  const t = useWords(composerWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const label = t(({ to: 'toShort', cc: 'ccShort', bcc: 'bccShort' } as const)[props.kind]);
  const take = (): void => {
    const words = typed.split(/[\s,;]+/).map((word) => word.replace(/^<|>$/g, ''));
    const good = words.filter((word) => address.test(word));
    const bad = words.filter((word) => word !== '' && !address.test(word));
    if (good.length > 0) props.onChange([...new Set([...props.addresses, ...good])]);
    setTyped(bad.join(' '));
    setWrong(bad.length > 0);
  };
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-1">
      <span className="w-8 text-text-3">{label}</span>
      {props.addresses.map((one) => (
        <span
          key={one}
          title={one}
          className="inline-flex h-6 items-center gap-1 rounded-full bg-surface-3 ps-2 text-text"
        >
          <bdi className="max-w-52 truncate">{props.nameOf(one)}</bdi>
          <button
            type="button"
            aria-label={t('takeOutPerson', { name: props.nameOf(one) })}
            className="grid size-6 place-items-center"
            onClick={() => props.onChange(props.addresses.filter((other) => other !== one))}
          >
            <X className="size-3" />
          </button>
        </span>
      ))}
      <input
        dir="ltr"
        type="text"
        inputMode="email"
        list={`known-${props.kind}`}
        aria-label={t('addPerson', { list: label })}
        aria-invalid={isWrong}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (!['Enter', ',', ';', ' '].includes(event.key) || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          take();
        }}
        className="h-6 min-w-32 flex-1 bg-transparent text-text outline-none aria-invalid:text-danger"
      />
      <datalist id={`known-${props.kind}`}>
        {props.known.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      {isWrong && (
        <span role="alert" className="text-danger">
          {t('badAddress')}
        </span>
      )}
    </div>
  );
}
