/** The texts and figures of the catalogue. */
import * as z from 'zod';

/** A key of the catalogue: `customer-service-specialist`. */
export const catalogueKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
export const TextKind = z.enum(['role', 'skill', 'place', 'question']);
export type TextKind = z.output<typeof TextKind>;

export const line = z.string().trim().min(1).max(160);
const text = z.string().trim().min(1).max(600);

/** A text with where it comes from: a source the program knows by its key, or the source in words. */
export const Said = z.object({ says: text, source: z.string().trim().min(2).max(200) });

const lines = z.array(line).max(20);
const saids = z.array(Said).max(20);

/** The nearest occupation in an official register; null: none is near enough. */
const OnetKey = z.object({ code: z.string().regex(/^\d{2}-\d{4}(\.\d{2})?$/), title: line });
/** ESCO's code (4222.1), or the group of ISCO-08 it stands in (4222), and the address that stays. */
const EscoKey = z.object({
  code: z
    .string()
    .regex(/^\d{4}(\.\d{1,3})*$/)
    .max(20),
  title: line,
  uri: z.string().regex(/^https?:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/),
});

/** What the people team says of a role. */
export const RoleBody = z.object({
  kind: z.literal('role'),
  name: line,
  lead: Said,
  does: saids,
  day: z.array(z.object({ at: z.string().trim().max(10), says: line })).max(12),
  with: saids,
  skills: z
    .array(
      z.object({
        skill: catalogueKey,
        level: z.number().int().min(1).max(5),
        learn: z.enum(['practise', 'job', 'course']),
      }),
    )
    .max(20),
  tools: lines,
  metrics: lines,
  wayIn: line,
  steps: z.array(z.object({ says: line, takes: z.string().trim().max(40) })).max(8),
  next: z.array(z.object({ role: catalogueKey, says: z.string().trim().max(60) })).max(8),
  where: Said,
  demand: Said,
  /** Where it stands on the ladder, and where it is at home; what is not said is as it came. */
  step: z.enum(['start', 'next', 'lead']).optional(),
  industries: lines.optional(),
  onet: OnetKey.nullable().optional(),
  esco: EscoKey.nullable().optional(),
});

export const SkillBody = z.object({ kind: z.literal('skill'), name: line, lead: Said, shows: lines, grow: lines });
export const PlaceBody = z.object({
  kind: z.literal('place'),
  name: line,
  says: saids,
  /** Of a place of their own: its country (two letters) and its money (three). */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export const QuestionBody = z.object({ kind: z.literal('question'), question: line, answer: saids });
export const textBodies = z.discriminatedUnion('kind', [RoleBody, SkillBody, PlaceBody, QuestionBody]);
export type TextBody = z.output<typeof textBodies>;

/** A range of pay with everything that makes it honest. */
export const PayRangeView = z.object({
  role: z.string(),
  place: z.string(),
  experience: z.enum(['starting', 'experienced']),
  lowMinor: z.number().int(),
  highMinor: z.number().int(),
  currency: z.string(),
  period: z.enum(['year', 'month', 'hour']),
  year: z.number().int(),
  /** As people read it. */
  source: z.string(),
  sourceUrl: z.string().nullable(),
  means: z.string(),
});
export type PayRangeView = z.output<typeof PayRangeView>;
