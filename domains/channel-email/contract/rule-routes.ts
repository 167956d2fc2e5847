import * as z from 'zod';
import { id, route } from '#platform/contract';
import { LineId, MailId } from './ids.ts';

export const MailRuleId = id('MailRule');

/** What a teammate decided of one mail, for every next one like it. */
export const MailRule = z.object({
  id: z.string(),
  of: z.enum(['sender', 'list']),
  /** The address, or the id of the list. */
  value: z.string(),
  act: z.enum(['let-through', 'never']),
  madeAt: z.iso.datetime(),
  madeBy: z.string().nullable(),
  can: z.array(z.enum(['take-back'])),
});
export type MailRule = z.output<typeof MailRule>;

/** An address that sent more than a person can, and until when its mails are set aside. */
export const HeldAddress = z.object({
  address: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Mails set aside meanwhile. */
  held: z.number().int(),
});
export type HeldAddress = z.output<typeof HeldAddress>;

const read = { permission: 'lines.read' } as const;
const configure = { permission: 'lines.configure' } as const;
const line = z.object({ id: LineId });

export const listMailRules = route({
  method: 'GET',
  path: '/api/lines/:id/mail-rules',
  summary: 'What is always done with certain mails of a line.',
  access: read,
  params: line,
  reply: z.object({ rows: z.array(MailRule) }),
});

export const makeMailRule = route({
  method: 'POST',
  path: '/api/ledger/:id/rule',
  summary:
    'Always do this: let every mail of its sender or list through, or never take one in. Loops, reports and forged mails stay aside.',
  access: configure,
  params: z.object({ id: MailId }),
  body: z.object({ of: MailRule.shape.of, act: MailRule.shape.act }),
  reply: z.object({ rows: z.array(MailRule) }),
});

export const takeBackMailRule = route({
  method: 'DELETE',
  path: '/api/mail-rules/:id',
  summary: 'Take a rule back: the next mail is judged as before.',
  access: configure,
  params: z.object({ id: MailRuleId }),
  reply: z.object({}),
});

export const listHeldAddresses = route({
  method: 'GET',
  path: '/api/lines/:id/held-addresses',
  summary: 'Addresses that sent more than their budget and are held back until they were quiet for an hour.',
  access: read,
  params: line,
  reply: z.object({ rows: z.array(HeldAddress) }),
});

export const letAddressThrough = route({
  method: 'POST',
  path: '/api/lines/:id/held-addresses/passes',
  summary: 'Let an address that is held back through: makes a rule that can be taken back.',
  access: configure,
  params: line,
  body: z.object({ address: z.string().trim().min(3).max(320) }),
  reply: z.object({ rows: z.array(MailRule) }),
});
