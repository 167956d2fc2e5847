import { useSyncExternalStore } from 'react';

/** Closing was refused: why, and the way to try it again. */
export interface CloseAsked {
  readonly kind: 'close-ask';
  readonly conversationId: string;
  readonly problem: { readonly code: string; readonly more?: Readonly<Record<string, unknown>> | undefined };
  readonly retry: (given: { readonly closeAnyway: boolean }) => void;
}

/** What can speak against closing, by its code; somebody can settle it at once. */
const asksBeforeClosing: ReadonlySet<string> = new Set([
  'conversations/open-parts',
  'conversations/reason-needed',
  'conversations/fields-needed',
]);

/** Asks whoever closes, where it was refused for a reason they can settle; false where it was another one. */
export function askBeforeClosing(asked: Omit<CloseAsked, 'kind'>): boolean {
  if (!asksBeforeClosing.has(asked.problem.code)) return false;
  openDialog({ kind: 'close-ask', ...asked });
  return true;
}

/** Whoever it was to be handed to is full: by how much, and the way to do it anyway. */
export interface HandAsked {
  readonly kind: 'hand-ask';
  readonly conversationId: string;
  /** Nobody's where whoever asks takes it themselves. */
  readonly name: string | undefined;
  readonly problem: CloseAsked['problem'];
  readonly handOver: () => void;
}

/** Asks whoever hands it over, where somebody's hands are full; false where it was refused for another reason. */
export function askBeforeHanding(asked: Omit<HandAsked, 'kind'>): boolean {
  if (asked.problem.code !== 'conversations/assignee-full') return false;
  openDialog({ kind: 'hand-ask', ...asked });
  return true;
}

/** Which dialog about the open conversation is asked for; one at a time. */
export type Opened =
  | { readonly kind: 'merge' | 'confide' | 'share' | 'sight' | 'promise' | 'link' | 'answer-all' }
  | CloseAsked
  | HandAsked
  | { readonly kind: 'split' | 'move'; readonly entryId: string }
  | { readonly kind: 'moveOnto'; readonly entryId: string; readonly toId: string };

let opened: Opened | undefined;
const listeners = new Set<() => void>();

/** Asks for a dialog; it is drawn by the thread it is about. */
export function openDialog(next: Opened | undefined): void {
  opened = next;
  for (const listener of listeners) listener();
}

/** Asks for the guests of the open conversation. */
export function openShare(): void {
  openDialog({ kind: 'share' });
}

/** Asks who can see the open conversation. */
export function openSight(): void {
  openDialog({ kind: 'sight' });
}

/** The dialog asked for. */
export function useOpened(): Opened | undefined {
  return useSyncExternalStore(subscribe, () => opened);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
