import * as z from 'zod';
import { ownWords, page, route, scopes } from '#platform/contract';
import { TeammateId } from './session.ts';

/** A page of Settings for one person: the answer of its own doors. */
const AreaSight = z.object({
  opens: z.boolean(),
  changes: z.boolean(),
  /** Their roles that pass one of its doors; all of them where it is open to everybody at work. */
  roles: z.array(z.string()),
});

export const PersonSight = z.object({
  /** A guest or client: of Settings they see what is their own. */
  isOutside: z.boolean(),
  roles: z.array(
    z.object({
      name: z.string(),
      permissions: z.array(z.object({ name: z.string(), says: ownWords(z.string()), scope: z.enum(scopes) })),
    }),
  ),
  areas: z.array(AreaSight.extend({ id: z.string() })),
});
export type PersonSight = z.output<typeof PersonSight>;

export const explainPerson = route({
  method: 'POST',
  path: '/api/teammates/:id/sight',
  summary:
    'What a teammate’s roles let them do and which pages of Settings they open and change; who asks is written in the audit log.',
  access: { permission: 'roles.configure' },
  params: z.object({ id: TeammateId }),
  reply: PersonSight,
});

export const PersonOfArea = AreaSight.extend({ id: TeammateId, name: z.string() });
export type PersonOfArea = z.output<typeof PersonOfArea>;

export const explainArea = route({
  method: 'POST',
  path: '/api/settings-areas/sight',
  summary: 'Who opens and who changes a page of Settings, by name; who asks is written in the audit log.',
  access: { permission: 'roles.configure' },
  body: z.object({
    area: z.string().max(60),
    after: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  reply: page(PersonOfArea),
});
