import * as z from 'zod';
import { route } from '#platform/contract';
import { ReasonId, StatusCategory, StatusId, TagId } from './views.ts';

const configure = { permission: 'conversations.configure' } as const;
const name = z.string().trim().min(1).max(60);
const done = z.object({});
const position = z.number().int().min(0).max(10_000);

export const addReason = route({
  method: 'POST',
  path: '/api/reasons',
  summary: 'Add a reason to the tree of a brand.',
  access: configure,
  body: z.object({
    id: z.uuid(),
    brandId: z.uuid(),
    parentId: ReasonId.nullable().default(null),
    name: z.string().trim().min(1).max(120),
  }),
  reply: done,
});

export const changeReason = route({
  method: 'PUT',
  path: '/api/reasons/:id',
  summary: 'Rename, move in the order, or archive a reason: what it was given to keeps it.',
  access: configure,
  params: z.object({ id: ReasonId }),
  body: z.object({
    name: z.string().trim().min(1).max(120),
    position: position.optional(),
    archived: z.boolean().default(false),
  }),
  reply: done,
});

export const changeTag = route({
  method: 'PUT',
  path: '/api/tags/:id',
  summary: 'Rename or archive a tag.',
  access: configure,
  params: z.object({ id: TagId }),
  body: z.object({ name, archived: z.boolean().default(false) }),
  reply: done,
});

export const mergeTag = route({
  method: 'PUT',
  path: '/api/tags/:id/merge',
  summary: 'Merge a tag into another: what carried it carries the other.',
  access: configure,
  params: z.object({ id: TagId }),
  body: z.object({ intoId: TagId }),
  reply: done,
});

export const addStatus = route({
  method: 'POST',
  path: '/api/statuses',
  summary: 'Add a status of your own in one of the fixed categories.',
  access: configure,
  body: z.object({ id: z.uuid(), name, category: StatusCategory }),
  reply: done,
});

export const changeStatus = route({
  method: 'PUT',
  path: '/api/statuses/:id',
  summary: 'Rename or archive a status; the standard one of a category stays.',
  access: configure,
  params: z.object({ id: StatusId }),
  body: z.object({ name, archived: z.boolean().default(false) }),
  reply: done,
});
