/** How the people team writes the catalogue. */
import * as z from 'zod';
import { event, id, route } from '#platform/contract';
import { catalogueKey, line, PayRangeView, textBodies, TextKind } from './texts.ts';

/** The catalogue was changed (the subject is the change). */
export const catalogueChanged = event(
  'catalogue.changed',
  1,
  z.object({
    what: z.enum(['text', 'pay', 'title']),
    how: z.enum(['written', 'reset', 'ended']),
    kind: TextKind.optional(),
  }),
);

export const payGiven = z.object({
  role: catalogueKey,
  place: catalogueKey,
  experience: z.enum(['starting', 'experienced']),
  lowMinor: z.number().int().min(0).max(1e12),
  highMinor: z.number().int().min(0).max(1e12),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(['year', 'month', 'hour']),
  year: z.number().int().min(1990).max(2100),
  source: z.string().trim().min(2).max(200),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  means: z.string().trim().min(2).max(200),
});
export type PayGiven = z.output<typeof payGiven>;
const ordered = { error: 'The lower end is above the upper end.' };

export const CareerPayId = id('CareerPay');
/** A range as the editor has it: one that came with the program has no id, and can only be replaced. */
export const PayEntry = PayRangeView.extend({ id: z.string().nullable() });
export type PayEntry = z.output<typeof PayEntry>;
export const TitleView = z.object({ role: z.string(), place: z.string(), title: z.string(), source: z.string() });
export type TitleView = z.output<typeof TitleView>;
export const TextRow = z.object({
  kind: TextKind,
  key: z.string(),
  name: z.string(),
  /** It came with the program: then it can be said anew, and never be gone. */
  came: z.boolean(),
  /** Languages in which this workspace wrote it. */
  written: z.array(z.string()),
  /** Languages in which its name came with the program. */
  named: z.array(z.string()),
});
export type TextRow = z.output<typeof TextRow>;
export const TextView = z.object({
  kind: TextKind,
  key: z.string(),
  lang: z.string(),
  /** As it is shown now; null where it is gone. */
  body: textBodies.nullable(),
  isOwn: z.boolean(),
  came: z.boolean(),
  /** Every writing of it in this language, the newest first; a body of null went back. */
  revisions: z.array(
    z.object({
      id: z.string(),
      body: textBodies.nullable(),
      writtenAt: z.iso.datetime(),
      writtenBy: z.string().nullable(),
    }),
  ),
});
export type TextView = z.output<typeof TextView>;

const editors = { permission: 'careers.edit' } as const;
const textAt = z.object({
  kind: TextKind,
  key: catalogueKey,
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/),
});
const titleAt = z.object({ role: catalogueKey, place: catalogueKey });
const payReply = z.object({ rows: z.array(PayEntry) });
const titleReply = z.object({ rows: z.array(TitleView) });

export const listTexts = route({
  method: 'GET',
  path: '/api/careers/texts',
  summary: 'Every text of the careers catalogue, with the languages in which you wrote it.',
  access: editors,
  reply: z.object({ rows: z.array(TextRow) }),
});

export const readText = route({
  method: 'GET',
  path: '/api/careers/texts/:kind/:key/:lang',
  summary: 'A text of the catalogue as it is shown, and every writing of it.',
  access: editors,
  params: textAt,
  reply: TextView,
});

export const writeText = route({
  method: 'PUT',
  path: '/api/careers/texts/:kind/:key/:lang',
  summary: 'Say a text of the catalogue in your own words, or begin a role or place of your own.',
  access: editors,
  params: textAt,
  body: z.object({ body: textBodies }),
  reply: TextView,
});

export const resetText = route({
  method: 'DELETE',
  path: '/api/careers/texts/:kind/:key/:lang',
  summary: 'Back to what came with the program; one of your own is gone from the site.',
  access: editors,
  params: textAt,
  reply: TextView,
});

export const listPay = route({
  method: 'GET',
  path: '/api/careers/pay',
  summary: 'Every range of pay that is shown, with its source, year and meaning.',
  access: editors,
  reply: payReply,
});

export const enterPay = route({
  method: 'POST',
  path: '/api/careers/pay',
  summary: 'Enter a range of pay with its source, year, currency and meaning; the one before it ends.',
  access: editors,
  body: payGiven.extend({ id: z.uuid() }).refine(({ lowMinor, highMinor }) => lowMinor <= highMinor, ordered),
  reply: payReply,
});

export const endPay = route({
  method: 'DELETE',
  path: '/api/careers/pay/:id',
  summary: 'Take a range of your own away.',
  access: editors,
  params: z.object({ id: CareerPayId }),
  reply: payReply,
});

export const listTitles = route({
  method: 'GET',
  path: '/api/careers/titles',
  summary: 'What roles are called in a place, and who says so.',
  access: editors,
  reply: titleReply,
});

export const nameRole = route({
  method: 'PUT',
  path: '/api/careers/titles/:role/:place',
  summary: 'Say what a role is called in a place.',
  access: editors,
  params: titleAt,
  body: z.object({ title: line, source: z.string().trim().min(2).max(200) }),
  reply: titleReply,
});

export const unnameRole = route({
  method: 'DELETE',
  path: '/api/careers/titles/:role/:place',
  summary: 'The role has its usual name there again.',
  access: editors,
  params: titleAt,
  reply: titleReply,
});

const choice = z.object({ key: z.string(), name: z.string() });

export const readChoices = route({
  method: 'GET',
  path: '/api/careers/choices',
  summary: 'The roles, skills and places of the careers catalogue by name, to choose from.',
  access: 'signed-in',
  reply: z.object({
    roles: z.array(choice),
    skills: z.array(choice),
    places: z.array(choice.extend({ currency: z.string() })),
  }),
});
