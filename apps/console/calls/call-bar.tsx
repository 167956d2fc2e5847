import { Pause, PhoneOff, Play } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { Avatar, clockOf, cx, useCommand, useWords } from '#platform/ui';
import { useFocusIfNowhere } from './keep-focus.ts';
import { useSeconds } from './use-seconds.ts';
import type { CallView } from './views.ts';
import { callWords } from './words.ts';

const round =
  'grid h-11 min-w-11 place-items-center rounded-full bg-white/12 px-3 text-white hover:bg-white/20 focus-visible:outline-white';

/** The call I am in, on every page: who, how long, hold, hang up (which asks once). */
export function CallBar(props: {
  readonly call: CallView;
  readonly onHold: (held: boolean) => void;
  readonly onEnd: () => void;
  readonly onOpen: () => void;
}): ReactElement {
  const t = useWords(callWords);
  const { call } = props;
  const now = useSeconds();
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLElement>(null);
  useFocusIfNowhere(box);
  const isHeld = call.state === 'held';
  const end = (): void => (isAsking ? props.onEnd() : setAsking(true));
  useCommand('holdCall', () => props.onHold(!isHeld));
  useCommand('endCall', end, true, { asks: true });
  const title = t('inCall', { name: call.customer.name });
  return (
    <section
      ref={box}
      aria-label={title}
      className="flex h-[70px] flex-none items-center gap-3 bg-rail px-5 text-white max-phone:px-3"
    >
      <Avatar name={call.customer.name} sizePx={40} />
      <button
        type="button"
        className="flex min-w-0 flex-1 flex-col text-start focus-visible:outline-white"
        onClick={props.onOpen}
        title={t('open')}
      >
        <b className="truncate text-body">
          <bdi>{call.customer.name}</bdi>
        </b>
        <span className="truncate text-xs text-rail-text">{isHeld ? t('onHold') : call.queueName}</span>
      </button>
      <bdi className={cx('text-[22px] font-semibold tabular-nums', isHeld && 'text-rail-mark')} role="timer">
        {clockOf((now - Date.parse(call.answeredAt ?? call.startedAt)) / 1000)}
      </bdi>
      {isAsking ? (
        <span className="flex items-center gap-2" role="group" aria-label={t('endAsk')}>
          <button
            type="button"
            autoFocus
            className="h-11 rounded-full bg-[#AF3521] px-4 font-semibold focus-visible:outline-white"
            onClick={props.onEnd}
          >
            {t('endYes')}
          </button>
          <button type="button" className={round} onClick={() => setAsking(false)}>
            {t('endNo')}
          </button>
        </span>
      ) : (
        <>
          <button
            type="button"
            className={round}
            aria-pressed={isHeld}
            aria-label={isHeld ? t('resume') : t('hold')}
            title={isHeld ? t('resume') : t('hold')}
            onClick={() => props.onHold(!isHeld)}
          >
            {isHeld ? <Play /> : <Pause />}
          </button>
          <button
            type="button"
            className="grid h-11 w-16 place-items-center rounded-full bg-[#AF3521] focus-visible:outline-white"
            aria-label={t('end')}
            title={t('end')}
            onClick={end}
          >
            <PhoneOff />
          </button>
        </>
      )}
    </section>
  );
}
