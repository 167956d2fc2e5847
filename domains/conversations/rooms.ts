import type { ConversationRecord, Guests } from './load.ts';

/** The lists a conversation stands in, as live rooms: its team's, its assignee's, its brand's, everything, and its guests'. */
export function roomsOf(
  c: Pick<ConversationRecord, 'team_id' | 'assignee_id' | 'brand_id'> & Partial<Pick<Guests, 'sharedWith'>>,
): string[] {
  return [
    'conversation:all',
    `conversation:brand:${c.brand_id}`,
    ...(c.team_id ? [`conversation:team:${c.team_id}`] : []),
    ...[...(c.sharedWith ?? [])].map((guestId) => `conversation:shared:${guestId}`),
    ...(c.assignee_id ? [`conversation:assignee:${c.assignee_id}`] : []),
  ];
}
