import * as z from 'zod';
import { configPart } from '#platform/domain';
import { chatsAtOnce } from './contract.ts';
import { limitsForFile, setOwnLimit } from './own-limits.ts';

/** The numbers of single teammates, by their address. */
export const chatLimitsPart = configPart({
  name: 'chatLimits',
  says: 'How many chats single teammates may have at once, where it is not the number of the workspace.',
  permission: 'settings.configure',
  tables: ['chat_limits'],
  isLast: true,
  item: z.strictObject({ teammateId: z.uuid(), limit: chatsAtOnce }),
  keyOf: ({ teammateId }) => teammateId,
  read: limitsForFile,
  write: (ctx, { teammateId, limit }) => setOwnLimit(ctx, teammateId, limit),
});
