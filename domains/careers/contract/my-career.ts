/** My career. */
import * as z from 'zod';
import { skillSources } from '#domains/teams/contract';
import { route } from '#platform/contract';
import { catalogueKey, PayRangeView } from './texts.ts';

/** A role on somebody's ladder: how much of what it asks is met, and its pay in their place. */
export const RoleStep = z.object({
  key: z.string(),
  name: z.string(),
  met: z.number().int(),
  all: z.number().int(),
  pay: z.array(PayRangeView),
});
export type RoleStep = z.output<typeof RoleStep>;

export const CareerView = z.object({
  teammateId: z.string(),
  name: z.string(),
  /** As they said; null where they said nothing. */
  ownRole: RoleStep.nullable(),
  ownSince: z.iso.date().nullable(),
  nextRole: z.string().nullable(),
  place: z.string().nullable(),
  /** Since when their leader may see this; null: only they do. */
  sharedAt: z.iso.datetime().nullable(),
  before: z.array(RoleStep),
  after: z.array(RoleStep),
  looked: RoleStep.extend({
    skills: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        need: z.number().int(),
        /** The highest level written down; null where nothing is known. */
        have: z.number().int().nullable(),
        restsOn: z.array(
          z.object({ source: z.enum(skillSources), level: z.number().int(), recordedAt: z.iso.datetime() }),
        ),
      }),
    ),
  }).nullable(),
});
export type CareerView = z.output<typeof CareerView>;

const pathGiven = z.object({
  ownRole: catalogueKey.nullable(),
  ownSince: z.iso.date().nullable(),
  nextRole: catalogueKey.nullable(),
  place: catalogueKey.nullable(),
  isShared: z.boolean(),
});
export type PathGiven = z.output<typeof pathGiven>;

export const readMyCareer = route({
  method: 'GET',
  path: '/api/me/career',
  summary: 'Your own page: your role, the next ones, what is met and what each rests on.',
  access: 'signed-in',
  query: z.object({ role: catalogueKey.optional() }),
  reply: CareerView,
});

export const choosePath = route({
  method: 'PUT',
  path: '/api/me/career',
  summary: 'Say where you stand, where to, and whether your leader may see it.',
  access: 'signed-in',
  body: pathGiven,
  reply: CareerView,
});

export const sayOwnSkill = route({
  method: 'PUT',
  path: '/api/me/skills/:key',
  summary: 'Your own word about a skill; null takes it back.',
  access: 'signed-in',
  params: z.object({ key: catalogueKey }),
  body: z.object({ level: z.number().int().min(1).max(5).nullable() }),
  reply: CareerView,
});

export const readCareer = route({
  method: 'GET',
  path: '/api/teammates/:id/career',
  summary: 'The page of somebody whose team you lead, once they chose that you may see it.',
  access: 'signed-in',
  params: z.object({ id: z.uuid().meta({ object: 'CareerOwner' }) }),
  reply: CareerView,
});
