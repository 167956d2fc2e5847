import { useView } from '#platform/ui';
import { readMyChatLimit } from '../routes.ts';
import type { ConversationRowView } from '../inbox/views.ts';

/** The goal until the workspace's own is known. */
const standardGoalSeconds = 40;

/** Within how many seconds a chat should be answered. */
export function useGoalSeconds(): number {
  return useView(readMyChatLimit, {}).data?.goalSeconds ?? standardGoalSeconds;
}

/** How long this customer has waited for us; 0 where nobody waits. */
export function waitedSeconds(row: ConversationRowView, nowMs: number): number {
  return row.waitingSince === null ? 0 : Math.max(0, (nowMs - Date.parse(row.waitingSince)) / 1000);
}

/** How much of the goal is used up, from 0 to 1; past it when it is 1. */
export function spentShare(row: ConversationRowView, nowMs: number, goalSeconds: number): number {
  return Math.min(1, waitedSeconds(row, nowMs) / goalSeconds);
}

/** Past the goal. */
export function isLate(row: ConversationRowView, nowMs: number, goalSeconds: number): boolean {
  return spentShare(row, nowMs, goalSeconds) >= 1;
}
