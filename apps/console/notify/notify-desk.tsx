import { useQueryClient } from '@tanstack/react-query';
import { VolumeX } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { showHereAgain } from '#domains/notices/console';
import { Button, type Say, useView, useWords } from '#platform/ui';
import { hearChanges } from '../live/live.ts';
import { listPresence, readMyCall } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { useGo } from '../shell/links.tsx';
import { levels, notifyChoices, useNotifyChoices } from './choices.ts';
import { isInView, slotOf } from './in-view.ts';
import { type Alert, alertOf } from './notice-of.ts';
import { isBlocked, onBlockChange, play, unblock } from './sounds.ts';
import { notifyWords } from './words.ts';

type NotifySay = Say<keyof typeof notifyWords.en>;
/** A call rings again this often, in milliseconds, until it no longer rings for me. */
const ringEveryMs = 3000;
/** How long after the page came the bar of a silent browser waits: a press often comes first. */
const barAfterMs = 3000;
/** A press is over before the bar goes, so that nothing moves under the pointer. */
const barGoesMs = 250;
const plainTitle = 'Rapport';

/** Sounds, notices of the desktop, the number in the title; and the bar that says when the browser keeps us silent (R34). */
export function NotifyDesk(): ReactElement | null {
  const t = useWords(notifyWords);
  const go = useGo();
  const client = useQueryClient();
  const me = useMe();
  const myId = me?.teammate.id ?? '';
  const isOnBreak =
    useView(listPresence, { query: {} }, { enabled: me?.permissions['presence.read'] !== undefined }).data?.me
      ?.state === 'break';
  const isFirst = useIsSoundingTab();
  const away = useAwayCount();
  const tell = useLatest((alert: Alert): void => {
    if (isOnBreak || isInView(alert.id)) return;
    const choice = notifyChoices()[alert.level];
    if (choice.badge) away.count(alert.id);
    if (!isFirst) return;
    if (choice.tone !== null) play(choice.tone, choice.volume, alert.isLive ? slotOf(alert.id) : 0);
    if (choice.desktop) showOnDesktop(alert, t, go);
  });
  useEffect(
    () =>
      hearChanges((message) => {
        const alert = alertOf(client, message, myId);
        if (alert !== undefined) tell(alert);
      }),
    [client, myId, tell],
  );
  useEffect(() => showHereAgain(myId), [myId]);
  useRinging(me?.permissions['calls.take'] !== undefined, myId, tell);
  return <SilentBar />;
}

/** A call that rings for me is told once, and heard again until it is answered, declined or gone. */
function useRinging(mayTake: boolean, myId: string, tell: (alert: Alert) => void): void {
  const call = useView(readMyCall, {}, { enabled: mayTake }).data?.call ?? null;
  const isRinging = call?.state === 'ringing' && call.offer?.teammateId === myId;
  const id = isRinging ? call.id : undefined;
  const name = isRinging ? call.customer.name || call.fromNumber : '';
  const about = isRinging ? call.subject : '';
  useEffect(() => {
    if (id === undefined) return undefined;
    const alert: Alert = { level: 'call', id, name, about, href: '/calls', isLive: false };
    tell(alert);
    const timer = setInterval(() => tell(alert), ringEveryMs);
    return () => clearInterval(timer);
  }, [id, name, about, tell]);
}

const shown = new Set<string>();

/** One notice of the desktop a thing, while the tab is not before the reader; pressing it opens what it is about. */
function showOnDesktop(alert: Alert, t: NotifySay, go: (href: string) => void): void {
  if (document.hasFocus() || typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  if (alert.level === 'call' && shown.has(alert.id)) return;
  shown.add(alert.id);
  const titles: Record<Alert['level'], string> = {
    call: t('rings', { name: alert.name }),
    customer: alert.name === '' ? t('toYou') : t('wrote', { name: alert.name }),
    queue: t('atRisk'),
    mention: t('named'),
  };
  const notice = new Notification(titles[alert.level], { body: alert.about, tag: alert.id, icon: '/icon-192.png' });
  notice.addEventListener('click', () => {
    window.focus();
    go(alert.href);
    notice.close();
  });
}

/** Counts in the title what happened while the tab was not before the reader; looking clears it. */
function useAwayCount(): { count(id: string): void } {
  const ids = useRef(new Set<string>());
  useEffect(() => {
    const onFocus = (): void => {
      ids.current.clear();
      document.title = plainTitle;
    };
    addEventListener('focus', onFocus);
    return () => {
      removeEventListener('focus', onFocus);
      document.title = plainTitle;
    };
  }, []);
  const [counter] = useState(() => ({
    count(id: string): void {
      if (document.hasFocus()) return;
      ids.current.add(id);
      document.title = `(${ids.current.size}) ${plainTitle}`;
    },
  }));
  return counter;
}

/** Of several tabs one sounds: whichever holds the lock; another takes over when it is closed. */
function useIsSoundingTab(): boolean {
  const [isFirst, setFirst] = useState(!('locks' in navigator));
  useEffect(() => {
    if (!('locks' in navigator)) return undefined;
    const end = new AbortController();
    let release: (() => void) | undefined;
    navigator.locks
      .request('rapport.notify', { signal: end.signal }, () => {
        setFirst(true);
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      .catch(() => undefined);
    return () => {
      end.abort();
      release?.();
    };
  }, []);
  return isFirst;
}

/** Says that the browser keeps us silent, until it no longer does; any press on the page mends it. */
function SilentBar(): ReactElement | null {
  const t = useWords(notifyWords);
  const [choices] = useNotifyChoices();
  const wantsSound = levels.some((level) => choices[level].tone !== null);
  const [isSilent, setSilent] = useState(false);
  useEffect(() => {
    if (!wantsSound) return undefined;
    let timer = setTimeout(() => setSilent(isBlocked()), barAfterMs);
    const stop = onBlockChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setSilent(isBlocked()), isBlocked() ? barAfterMs : barGoesMs);
    });
    const onPress = (): void => void (isBlocked() && unblock());
    addEventListener('click', onPress);
    addEventListener('keydown', onPress);
    return () => {
      clearTimeout(timer);
      stop();
      removeEventListener('click', onPress);
      removeEventListener('keydown', onPress);
    };
  }, [wantsSound]);
  if (!isSilent || !wantsSound) return null;
  return (
    <div
      role="status"
      className="flex min-h-8 flex-none items-center gap-2 bg-accent-soft px-4 py-1 text-xs font-semibold text-accent-text"
    >
      <VolumeX className="size-3.5" />
      <span className="min-w-0 flex-1">{t('blocked')}</span>
      <Button size="sm" onClick={() => void unblock()}>
        {t('unblock')}
      </Button>
    </div>
  );
}

/** A function that stays the same while what it does follows the newest state. */
function useLatest<Given>(run: (given: Given) => void): (given: Given) => void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const [stable] = useState(() => (given: Given) => latest.current(given));
  return stable;
}
