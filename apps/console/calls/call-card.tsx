import { Languages, Phone, Repeat2, Timer } from 'lucide-react';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { Avatar, Button, Chip, clockOf, Kbd, useCommand, useKeys, useWords } from '#platform/ui';
import { useSeconds } from './use-seconds.ts';
import type { CallView } from './views.ts';
import { callWords } from './words.ts';

/** An incoming call: who, why, language, likely order, and the time left to answer (R40). What is being written stays as it is. */
export function CallCard(props: {
  readonly call: CallView;
  readonly onAnswer: () => void;
  readonly onDecline: () => void;
}): ReactElement {
  const t = useWords(callWords);
  const id = useId();
  const { call } = props;
  const now = useSeconds();
  const keys = useKeys('answerCall');
  const answer = useRef<HTMLButtonElement>(null);
  useCommand('answerCall', props.onAnswer);
  // Focus comes here unless somebody is typing: their words must not be cut off (R40).
  useEffect(() => {
    const isTyping =
      document.activeElement instanceof HTMLTextAreaElement || document.activeElement instanceof HTMLInputElement;
    if (!isTyping) answer.current?.focus();
  }, []);
  const untilMs = Date.parse(call.offer?.until ?? call.startedAt);
  const sinceMs = Date.parse(call.offer?.offeredAt ?? call.startedAt);
  const leftMs = Math.max(0, untilMs - now);
  const share = leftMs / Math.max(1, untilMs - sinceMs);
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      className="fixed end-[332px] top-4 z-50 w-[392px] overflow-hidden rounded-xl border border-line-2 bg-surface shadow-3 max-full:end-4 max-phone:inset-x-3 max-phone:w-auto"
    >
      <div className="h-[3px] bg-surface-3" aria-hidden="true">
        <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
      <div className="p-4">
        <div className="flex items-center gap-3">
          <Avatar name={call.customer.name} sizePx={48} />
          <div className="flex min-w-0 flex-1 flex-col">
            <b
              id={id}
              className="truncate text-[18px] leading-6"
              aria-label={t('incoming', { name: call.customer.name })}
            >
              <bdi>{call.customer.name}</bdi>
            </b>
            <span className="text-text-2 tabular-nums">
              {t('waiting', { number: call.fromNumber, time: clockOf((now - Date.parse(call.startedAt)) / 1000) })}
            </span>
          </div>
          <bdi className="text-text-3 tabular-nums">{t('secondsLeft', { n: Math.ceil(leftMs / 1000) })}</bdi>
        </div>
        <div className="mt-3 flex flex-wrap gap-1.5">
          {call.queueName && <Chip tone="brand">{call.queueName}</Chip>}
          {call.simulated && !call.beside && <Chip tone="outline">{t('simulated')}</Chip>}
          {call.match.joinedOpenConversation && <Chip tone="info">#{call.conversation.number}</Chip>}
          {call.beside?.facts.map((fact) => (
            <Chip key={fact.text} tone={fact.tone}>
              {fact.tone === 'bad' ? <Repeat2 /> : <Timer />}
              {fact.text}
            </Chip>
          ))}
          {call.beside && (
            <Chip tone="outline">
              <Languages />
              {call.beside.languageName}
            </Chip>
          )}
        </div>
        {call.beside ? (
          <p className="mt-2.5 text-md text-text-2">
            {t('likely')} <b className="font-medium text-text">{call.beside.likely.about}</b>, {call.beside.likely.text}
          </p>
        ) : (
          call.subject !== '' && (
            <p dir="auto" className="mt-2.5 text-md text-text-2">
              {call.subject}
            </p>
          )
        )}
        <div className="mt-3.5 flex items-center gap-2">
          <Button ref={answer} look="primary" size="lg" className="flex-1! justify-center" onClick={props.onAnswer}>
            <Phone />
            {t('answer')} <Kbd keys={keys} onFill />
          </Button>
          <Button size="lg" className="px-3 text-sm" onClick={props.onDecline}>
            {t('decline')}
          </Button>
        </div>
      </div>
    </div>
  );
}
