import * as z from 'zod';
import { cursor, ownWords, page, route } from '#platform/contract';

/** One line of the audit log. */
export const AuditView = z.object({
  id: z.uuid(),
  /** Its place in the chain; null for lines from before there was one. */
  position: z.number().int().nullable(),
  at: z.iso.datetime(),
  actorKind: z.string(),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  /** What was done: `line.changed`, `customer.exported`. */
  action: z.string(),
  objectKind: z.string(),
  objectId: z.uuid().nullable(),
  objectName: z.string().nullable(),
  /** Covers this line and all before it; null for lines from before the chain. */
  hash: z.string().nullable(),
  /** `before` and `after`, with what differs; never a secret. */
  change: z.record(z.string(), z.unknown()),
  /** What the things are called whose ids stand in the change, as far as you see them. */
  names: z.record(z.string(), z.string()),
  /** What the codes of the house in it mean: of a setting, a permission, a channel, a desk. */
  says: z.record(z.string(), ownWords(z.string())),
  /** By which door, from which address, and why. */
  via: z.string().nullable(),
  address: z.string().nullable(),
  why: z.string().nullable(),
});
export type AuditView = z.output<typeof AuditView>;

/** What a line of the log can suffer. */
export const auditTroubles = ['changed', 'missing', 'not-ours', 'shortened', 'unlike-known'] as const;

/** How far the log was verified. */
export const AuditCheckView = z.object({
  checkedAt: z.iso.datetime().nullable(),
  checkedByName: z.string().nullable(),
  /** The last line that was looked at, and its hash: keep both elsewhere, and ask later whether they still hold. */
  position: z.number().int(),
  hash: z.string(),
  /** Lines there are today. */
  lines: z.number().int(),
  /** Lines from before the chain, which it does not cover. */
  unchained: z.number().int(),
  /** Empty where all is well; the first ones, by their place. */
  troubles: z.array(
    z.object({
      kind: z.enum(auditTroubles),
      position: z.number().int(),
      id: z.uuid().nullable(),
      at: z.iso.datetime().nullable(),
      action: z.string().nullable(),
    }),
  ),
});
export type AuditCheckView = z.output<typeof AuditCheckView>;

const access = { permission: 'audit.read' } as const;

const filters = {
  actorId: z.uuid().meta({ object: 'Teammate' }).optional(),
  /** The whole action, or its beginning: `line` is all that was done to lines. */
  action: z.string().max(80).optional(),
  objectKind: z.string().max(60).optional(),
  objectId: z.uuid().meta({ object: 'AuditObject' }).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
};

export const listAudit = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'What administrators changed, exported and erased, newest first; by whom, of what, and when.',
  access,
  query: cursor.extend(filters),
  reply: page(AuditView),
});

export const listAuditKinds = route({
  method: 'GET',
  path: '/api/audit/kinds',
  summary: 'The kinds of things that the audit log tells of.',
  access,
  reply: z.object({ rows: z.array(z.string()) }),
});

export const exportAudit = route({
  method: 'POST',
  path: '/api/audit/exports',
  summary:
    'The audit log as CSV, filtered as its list is, each line with its place and hash. That it was taken is in the log.',
  access,
  body: z.object(filters),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const readAuditCheck = route({
  method: 'GET',
  path: '/api/audit/verification',
  summary: 'How far the audit log was verified last, and what was found.',
  access,
  reply: AuditCheckView,
});

export const verifyAudit = route({
  method: 'POST',
  path: '/api/audit/verification',
  summary:
    'Verify the audit log from its first line: that none was changed, removed or added by anybody but this program.',
  access,
  body: z.object({
    /** A place and hash kept elsewhere, for instance of an export: that they still hold is verified too. */
    known: z.object({ position: z.number().int().min(1), hash: z.string().regex(/^[\da-f]{64}$/) }).optional(),
  }),
  reply: AuditCheckView,
});
