import type { ConversationRecord } from './load.ts';

/** The lists a conversation stands in, as live rooms: its team's, its assignee's, its brand's, and everything. */
export function roomsOf(c: Pick<ConversationRecord, 'team_id' | 'assignee_id' | 'brand_id'>): string[] {
  return [
    'conversation:all',
    `conversation:brand:${c.brand_id}`,
    ...(c.team_id ? [`conversation:team:${c.team_id}`] : []),
    ...(c.assignee_id ? [`conversation:assignee:${c.assignee_id}`] : []),
  ];
}
