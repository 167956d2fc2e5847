import { lazy, useState, type ReactElement } from 'react';
import { Avatar, BrandMark, Chip, Menu, type MenuItem, useCommand, useWords, Part } from '#platform/ui';
import { useMe } from '../session/use-me.ts';
import { useBrand } from './use-brand.ts';
import { useLabelActs } from './use-conversation-acts.tsx';
import { useNames } from './use-names.ts';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

const TagDialog = lazy(async () => ({ default: (await import('./tag-dialog.tsx')).TagDialog }));
const priorities = ['low', 'normal', 'high', 'urgent'] as const;
type Opened = 'queue' | 'status' | 'priority' | 'reason' | 'tag';

/** The second line: state, number, whose it is, how pressing, what about. What may be changed is a button. */
export function Facts(props: { readonly conversation: ConversationView; readonly view: string }): ReactElement {
  const { conversation } = props;
  const t = useWords(inboxWords);
  const me = useMe()?.teammate.id;
  const names = useNames();
  const acts = useLabelActs(conversation, props.view);
  const [open, setOpen] = useState<Opened>();
  const can = (what: ConversationView['can'][number]): boolean => conversation.can.includes(what);
  const canStatus = can('close') || can('reopen');
  useCommand('status', () => setOpen('status'), canStatus);
  useCommand('priority', () => setOpen('priority'), can('prioritise'));
  useCommand('reason', () => setOpen('reason'), can('set-reason'));
  useCommand('queue', () => setOpen('queue'), can('assign'));
  useCommand('tag', () => setOpen('tag'), can('tag'));

  const assignee = names.teammate(conversation.assigneeId);
  const brand = useBrand(conversation.brandId);
  const queue = names.queue(conversation.queueId);
  const reasons = names.reasons.filter((one) => one.brandId === conversation.brandId);
  const reason = reasons.find((one) => one.id === conversation.reasonId);
  const priority = priorities[conversation.priority - 1] ?? 'normal';
  const menu = (what: Opened) => ({
    open: open === what,
    onOpen: (isOpen: boolean) => setOpen(isOpen ? what : undefined),
  });
  return (
    <div className="flex min-h-6 items-center gap-1.5 overflow-hidden text-xs whitespace-nowrap text-text-2">
      {brand && <BrandMark name={brand.name} hue={brand.hue} framed />}
      <Choice
        {...menu('status')}
        label={t('status')}
        can={canStatus}
        items={names.statuses.map((status) => ({
          id: status.id,
          label: status.name,
          isChosen: status.id === conversation.status.id,
          run: () => acts.setStatus(status),
        }))}
      >
        <Chip tone={conversation.status.category === 'open' ? 'brand' : 'plain'} square>
          {names.status(conversation.status.id) ?? conversation.status.category}
        </Chip>
      </Choice>
      <bdi className="text-text-3">#{conversation.number}</bdi>
      <Point />
      <span className="flex items-center gap-1">
        {assignee && <Avatar name={assignee} sizePx={18} />}
        {conversation.assigneeId !== null && conversation.assigneeId === me ? (
          t('you')
        ) : (
          <bdi>{assignee ?? t('nobody')}</bdi>
        )}
      </span>
      {(queue !== undefined || can('assign')) && (
        <>
          <Point />
          <Choice
            {...menu('queue')}
            label={t('queue')}
            can={can('assign')}
            items={names.queuesOf(conversation.brandId).map((one) => ({
              id: one.id,
              label: one.name,
              isChosen: one.id === conversation.queueId,
              run: () => acts.moveTo(one),
            }))}
          >
            <bdi className={queue ? 'truncate' : 'text-text-3'}>{queue ?? t('noQueue')}</bdi>
          </Choice>
        </>
      )}
      <Point />
      <Choice
        {...menu('priority')}
        label={t('priority')}
        can={can('prioritise')}
        items={priorities.map((one, index) => ({
          id: one,
          label: t(one),
          isChosen: one === priority,
          run: () => acts.prioritise(index + 1, t(one)),
        }))}
      >
        {t(priority)}
      </Choice>
      {(reason !== undefined || (can('set-reason') && reasons.length > 0)) && (
        <>
          <Point />
          <Choice
            {...menu('reason')}
            label={t('reason')}
            can={can('set-reason')}
            items={[
              ...reasons.map((one) => ({
                id: one.id,
                label: one.name,
                isChosen: one.id === reason?.id,
                run: () => acts.giveReason(one),
              })),
              { id: 'none', label: t('noReason'), run: () => acts.giveReason(null) },
            ]}
          >
            <bdi className={reason ? 'truncate' : 'text-text-3'}>{reason?.name ?? t('noReason')}</bdi>
          </Choice>
        </>
      )}
      {open === 'tag' && (
        <Part isAsked>
          <TagDialog
            tags={conversation.tags.map((tag) => tag.name)}
            known={names.tags.map((tag) => tag.name)}
            onSave={acts.tag}
            onClose={() => setOpen(undefined)}
          />
        </Part>
      )}
    </div>
  );
}

/** A fact that can be changed opens its choices; for who may not, it is only said. */
function Choice(props: {
  readonly label: string;
  readonly can: boolean;
  readonly items: readonly MenuItem[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: ReactElement | string;
}): ReactElement {
  if (!props.can) return <span>{props.children}</span>;
  return (
    <Menu
      label={props.label}
      header={props.label}
      open={props.open}
      onOpen={props.onOpen}
      trigger={
        <button
          type="button"
          title={props.label}
          className="inline-flex min-h-6 flex-none items-center rounded-sm hover:bg-hover hover:underline"
        >
          <span className="sr-only">{props.label}: </span>
          {props.children}
        </button>
      }
      items={props.items}
    />
  );
}

function Point(): ReactElement {
  return (
    <span className="text-text-3" aria-hidden="true">
      ·
    </span>
  );
}
