import * as z from 'zod';
import { readSetting } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import type { Setting } from '#platform/domain';
import { chatsAtOnce, goalSeconds, goOnSeconds } from './contract.ts';

const goal = z.number().int().min(goalSeconds.least).max(goalSeconds.most);
const name = 'chats.limit';
const goalName = 'chats.goal-seconds';
const mailName = 'chats.mail-after-seconds';
const mailAfter = z.number().int().min(goOnSeconds.least).max(goOnSeconds.most);

/** How many chats one person has at once. */
export const settings: readonly Setting[] = [
  { name, says: 'How many chats one teammate may have at once (1 to 6).', schema: chatsAtOnce, standard: 3 },
  { name: goalName, says: 'Within how many seconds a chat should be answered.', schema: goal, standard: 40 },
  {
    name: mailName,
    says: 'After how many seconds an answer that somebody on a website has not seen goes on to their e-mail address.',
    schema: mailAfter,
    standard: 120,
  },
];

/** The limit of whoever has none of their own. */
export function workspaceLimit(ctx: ReadCtx): Promise<number> {
  return readSetting<number>(ctx, name);
}

/** Within how many seconds an answer is the goal. */
export function chatGoalSeconds(ctx: ReadCtx): Promise<number> {
  return readSetting<number>(ctx, goalName);
}

/** After how many seconds an answer that was not seen goes on by mail. */
export function mailAfterSeconds(ctx: ReadCtx): Promise<number> {
  return readSetting<number>(ctx, mailName);
}
