import * as z from 'zod';
import { ConversationId } from './views.ts';

/** Every route about one conversation names it so. */
export const conversation = z.object({ id: ConversationId });
/** Who may read may look. */
export const read = { permission: 'conversations.read' } as const;
/** The doors that guests have too: to what is shared with them, as the policy says. */
export const guestsToo = { ...read, also: ['conversations.shared'] } as const;
/** Teammates are named by identity; here their ids alone. */
export const TeammateId = z.uuid().meta({ object: 'Teammate' });
/** Longest text of one message, in characters. */
export const textLimit = 200_000;
/** Whoever closes has seen what speaks against it (open parts), and closes all the same. */
export const closeAnyway = z.boolean().default(false);
