import { dateOf, isSameDay, type Say, timeOf, whenOf } from '#platform/ui';
import type { panelWords } from './panel-words.ts';
import type { ConversationRowView, ConversationView, CustomerBeside } from './views.ts';

/** What one page of the customer's conversations shows, as far as this teammate may see them. */
export interface Before {
  /** All of them, this one too, the newest first. */
  readonly rows: readonly ConversationRowView[];
  /** Whether there are more than these. */
  readonly isPart: boolean;
  /** What they bought in all, in words; undefined where nothing is known of it. */
  readonly lifetime?: string | undefined;
  /** The order this is about, as far as one can be named. */
  readonly order?: { readonly placedAt: string; readonly deliveredAt: string | null } | undefined;
}

type PanelSay = Say<keyof typeof panelWords.en>;
type Step = NonNullable<CustomerBeside['journey']>[number];

/** Most steps that stand side by side in the panel. */
const mostSteps = 5;

/** Three numbers: contacts about this, promises kept of those that fell due, what they bought in all (or how many matters). */
export function statsOf(conversation: ConversationView, before: Before, nowMs: number, t: PanelSay) {
  const { kept, due } = promisesOf(conversation, nowMs);
  const all = before.rows.length;
  return [
    {
      title: t('aboutThis'),
      value: String(conversation.contactCount),
      unit: t('contact', { count: conversation.contactCount }),
    },
    due === 0
      ? { title: t('promises'), value: '0', unit: t('madeDue') }
      : { title: t('promises'), value: String(kept), unit: t('ofDue', { n: due }) },
    before.lifetime !== undefined
      ? { title: t('lifetime'), value: before.lifetime }
      : { title: t('withUs'), value: before.isPart ? `${all}+` : String(all), unit: t('matter', { count: all }) },
  ];
}

/** What has been so far, countable and nothing guessed. */
export function factsOf(
  conversation: ConversationView,
  nowMs: number,
  t: PanelSay,
): NonNullable<CustomerBeside['facts']> {
  const { kept, due, open } = promisesOf(conversation, nowMs);
  const { contactCount, reopenedCount, waitingSince } = conversation;
  return [
    { sign: 'contacts', strong: t('contactsSoFar', { count: contactCount }), text: '', after: ` ${t('aboutIt')}` },
    ...(waitingSince === null
      ? []
      : [{ sign: 'person' as const, text: t('waitsSince', { when: whenOf(waitingSince, nowMs) }) }]),
    ...(reopenedCount === 0 ? [] : [{ sign: 'date' as const, text: t('reopenedTimes', { count: reopenedCount }) }]),
    ...(open + due === 0 ? [] : [{ sign: 'promise' as const, text: t('promisesSoFar', { open, kept, due }) }]),
  ];
}

/** The way to here: what they bought, or else their first matter and the last one solved; this one; what comes next. */
export function journeyOf(conversation: ConversationView, before: Before, nowMs: number, t: PanelSay): readonly Step[] {
  const others = before.rows.filter(({ id }) => id !== conversation.id && isEarlier(id));
  const first = before.isPart ? undefined : others.at(-1);
  const solved = others.find(({ closedAt }) => closedAt !== null);
  const day = (at: string): string => shortOf(at, nowMs);
  const { order } = before;
  const broken = brokenOf(conversation, nowMs, t);
  const known: readonly (Step | undefined)[] = order
    ? [
        { title: t('bought'), when: day(order.placedAt), state: 'done' },
        order.deliveredAt ? { title: t('gotIt'), when: day(order.deliveredAt), state: 'done' } : undefined,
      ]
    : [
        first && { title: t('began'), when: day(first.openedAt), state: 'done' },
        solved?.closedAt ? { title: t('solved'), when: day(solved.closedAt), state: 'done' } : undefined,
      ];
  const steps: readonly (Step | undefined)[] = [
    ...known,
    order && broken ? undefined : { title: t('opened'), when: day(conversation.openedAt), state: 'done' },
    broken,
    { title: t(conversation.status.category), when: t('now'), state: 'now' },
    nextOf(conversation, nowMs, t),
  ];
  return steps.filter((step) => step !== undefined).slice(-mostSteps);

  function isEarlier(id: string): boolean {
    const row = before.rows.find((one) => one.id === id);
    return row !== undefined && row.openedAt <= conversation.openedAt;
  }
}

/** What went wrong on the way, where something did: a promise that passed, or that it had to be opened again. */
function brokenOf(conversation: ConversationView, nowMs: number, t: PanelSay): Step | undefined {
  const late = conversation.promises.find((one) => one.keptAt === null && Date.parse(one.dueAt) < nowMs);
  if (late) return { title: t('promiseLate'), when: shortOf(late.dueAt, nowMs), state: 'broke' };
  if (conversation.reopenedCount === 0) return undefined;
  return { title: t('reopened'), when: t('times', { count: conversation.reopenedCount }), state: 'broke' };
}

/** What the customer can count on next: a promise, when it is taken up again, or when an answer is due. */
function nextOf(conversation: ConversationView, nowMs: number, t: PanelSay): Step | undefined {
  const promise = conversation.promises.find((one) => one.keptAt === null && Date.parse(one.dueAt) >= nowMs);
  const step = (title: string, at: string): Step => ({ title, when: shortOf(at, nowMs), state: 'next' });
  if (promise) return step(t('promised'), promise.dueAt);
  if (conversation.snoozedUntil !== null) return step(t('wakes'), conversation.snoozedUntil);
  if (conversation.dueAt !== null && Date.parse(conversation.dueAt) >= nowMs) return step(t('due'), conversation.dueAt);
  return undefined;
}

/** Promises that were kept in their time, of those kept or past their time; and those still open. */
function promisesOf({ promises }: ConversationView, nowMs: number) {
  const over = promises.filter((one) => one.keptAt !== null || Date.parse(one.dueAt) < nowMs);
  const kept = over.filter((one) => one.keptAt !== null && Date.parse(one.keptAt) <= Date.parse(one.dueAt)).length;
  return { kept, due: over.length, open: promises.length - over.length };
}

function shortOf(at: string, nowMs: number): string {
  return isSameDay(new Date(at), new Date(nowMs)) ? timeOf(at) : dateOf(at);
}
