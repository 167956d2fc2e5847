import { useEffect } from 'react';

let current: string | undefined;
const slots: string[] = [];

/** Says which conversation is before the reader while mounted: what happens in it makes no sound while the tab is in sight. */
export function useInView(conversationId: string, when = true): void {
  useEffect(() => {
    if (!when) return undefined;
    current = conversationId;
    return () => {
      if (current === conversationId) current = undefined;
    };
  }, [conversationId, when]);
}

/** Whether somebody looks at this conversation in this tab right now. */
export function isInView(conversationId: string): boolean {
  return current === conversationId && document.visibilityState === 'visible' && document.hasFocus();
}

/** Most chats that are told apart by pitch. */
const mostSlots = 6;

/** The place of a chat among those at hand, kept as long as it is: its pitch never changes under the listener. */
export function slotOf(conversationId: string): number {
  const at = slots.indexOf(conversationId);
  if (at !== -1) return at;
  const free = slots.indexOf('');
  if (free !== -1) slots[free] = conversationId;
  else if (slots.length < mostSlots) slots.push(conversationId);
  else return 0;
  return slots.indexOf(conversationId);
}

/** The columns of the chat desk in their places; they give the pitches. */
export function chatsAtHand(ids: readonly (string | null)[]): void {
  slots.splice(0, slots.length, ...ids.slice(0, mostSlots).map((id) => id ?? ''));
}
