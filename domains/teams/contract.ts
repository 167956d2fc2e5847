/** Teams, queues and skills as both sides of the wire see them. Browser-safe. */
import * as z from 'zod';
import { event, id, route } from '#platform/contract';

export const TeamId = id('Team');
export const QueueId = id('Queue');
export const SkillId = id('Skill');
const TeammateId = z.uuid().meta({ object: 'Teammate' });
const BrandId = z.uuid().meta({ object: 'Brand' });

const uuid = z.uuid();
const name = z.string().trim().min(1).max(120);

/** A group that works queues exists from now on. */
export const teamMade = event('team.made', 1, z.object({}));
/** Somebody works with a team from now on (and may lead it), or no longer. */
export const teamJoined = event('team.joined', 1, z.object({ teammateId: uuid, leads: z.boolean() }));
export const teamLeft = event('team.left', 1, z.object({ teammateId: uuid }));
/** A place where conversations wait was opened, changed its team or name, or was closed. */
export const queueOpened = event('queue.opened', 1, z.object({ brandId: uuid, teamId: uuid }));
export const queueChanged = event('queue.changed', 1, z.object({ teamId: uuid, fromTeamId: uuid }));

export const TeamView = z.object({
  id: TeamId,
  name: z.string(),
  calendarId: uuid.nullable(),
  members: z.array(z.object({ id: TeammateId, leads: z.boolean() })),
  can: z.array(z.enum(['configure'])),
});
export type TeamView = z.output<typeof TeamView>;

export const QueueView = z.object({
  id: QueueId,
  brandId: BrandId,
  teamId: TeamId,
  name: z.string(),
  position: z.number().int(),
  can: z.array(z.enum(['configure'])),
});
export type QueueView = z.output<typeof QueueView>;

export const skillSources = ['own', 'leader', 'review', 'certificate', 'practice'] as const;
export type SkillSource = (typeof skillSources)[number];
/** What somebody can do was written down (the subject is the teammate). */
export const skillRecorded = event(
  'skill.recorded',
  1,
  z.object({ skillId: z.uuid(), source: z.enum(skillSources), level: z.number().int().min(1).max(5) }),
);

/** What somebody can do, and what that rests on. */
export const SkillView = z.object({
  skillId: SkillId,
  name: z.string(),
  source: z.enum(skillSources),
  level: z.number().int().min(1).max(5),
  recordedAt: z.iso.datetime(),
});

export const CertificateView = z.object({
  id: z.uuid(),
  skillId: SkillId,
  name: z.string(),
  level: z.number().int(),
  passedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});

const read = { permission: 'teams.read' } as const;
const configure = { permission: 'teams.configure' } as const;

export const listTeams = route({
  method: 'GET',
  path: '/api/teams',
  summary: 'The teams you may see, with who works in them.',
  access: read,
  reply: z.object({ rows: z.array(TeamView) }),
});

export const makeTeam = route({
  method: 'POST',
  path: '/api/teams',
  summary: 'Make a team.',
  access: configure,
  body: z.object({ name, calendarId: uuid.nullable().default(null) }),
  reply: TeamView,
});

export const setTeamHours = route({
  method: 'PUT',
  path: '/api/teams/:id/hours',
  summary:
    'Say in which hours a team works; null is whenever its brand is served. What was snoozed before comes back when it was said.',
  access: configure,
  params: z.object({ id: TeamId }),
  body: z.object({ calendarId: z.uuid().meta({ object: 'Calendar' }).nullable() }),
  reply: TeamView,
});

export const joinTeam = route({
  method: 'PUT',
  path: '/api/teams/:id/members/:teammateId',
  summary: 'Put a teammate into a team, or change whether they lead it.',
  access: configure,
  params: z.object({ id: TeamId, teammateId: TeammateId }),
  body: z.object({ leads: z.boolean().default(false) }),
  reply: TeamView,
});

export const leaveTeam = route({
  method: 'DELETE',
  path: '/api/teams/:id/members/:teammateId',
  summary: 'Take a teammate out of a team.',
  access: configure,
  params: z.object({ id: TeamId, teammateId: TeammateId }),
  reply: TeamView,
});

export const listQueues = route({
  method: 'GET',
  path: '/api/queues',
  summary: 'The queues whose conversations you may see, in their order.',
  access: 'signed-in',
  reply: z.object({ rows: z.array(QueueView) }),
});

export const openQueue = route({
  method: 'POST',
  path: '/api/queues',
  summary: 'Open a queue for a brand, worked by a team.',
  access: configure,
  body: z.object({ name, brandId: BrandId, teamId: TeamId, position: z.number().int().min(0).max(10_000).default(0) }),
  reply: QueueView,
});

export const changeQueue = route({
  method: 'PATCH',
  path: '/api/queues/:id',
  summary: 'Change a queue’s name, team or place.',
  access: configure,
  params: z.object({ id: QueueId }),
  body: z.object({
    name: name.optional(),
    teamId: TeamId.optional(),
    position: z.number().int().min(0).max(10_000).optional(),
  }),
  reply: QueueView,
});

export const readSkills = route({
  method: 'GET',
  path: '/api/teammates/:id/skills',
  summary: 'What a teammate can do and what it rests on: your own, or those of your team.',
  access: 'signed-in',
  params: z.object({ id: TeammateId }),
  reply: z.object({ skills: z.array(SkillView), certificates: z.array(CertificateView) }),
});
