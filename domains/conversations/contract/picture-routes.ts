import * as z from 'zod';
import { id, route } from '#platform/contract';

const read = { permission: 'conversations.read' } as const;
const customer = z.object({ id: id('Customer') });
const reply = z.object({ customerIds: z.array(z.string()) });

export const listShownSenders = route({
  method: 'GET',
  path: '/api/shown-senders',
  summary: 'The customers whose pictures from elsewhere you always see.',
  access: read,
  reply,
});

export const showSender = route({
  method: 'PUT',
  path: '/api/shown-senders/:id',
  summary: 'Always show you the pictures from elsewhere in the mails of a customer.',
  access: read,
  params: customer,
  reply,
});

export const hideSender = route({
  method: 'DELETE',
  path: '/api/shown-senders/:id',
  summary: 'Ask again before pictures from elsewhere in the mails of a customer are loaded.',
  access: read,
  params: customer,
  reply,
});
