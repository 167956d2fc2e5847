import type { RoleData } from './role-data.ts';
import { accountsAndLeads } from './roles/accounts-and-leads.ts';
import { frontLine } from './roles/front-line.ts';
import { specialists } from './roles/specialists.ts';

const all = { ...frontLine, ...specialists, ...accountsAndLeads } as const;

export type RoleKey = keyof typeof all;

/** The order of the first page. */
export const roleKeys: readonly RoleKey[] = [
  'customer-experience-specialist',
  'customer-success-manager',
  'omnichannel-support-representative',
  'technical-support-specialist',
  'live-messaging-agent',
  'customer-service-team-leader',
  'support-operations-analyst',
  'community-social-care-manager',
  'remote-global-agent',
  'customer-retention-specialist',
  'customer-service-specialist',
  'call-centre-specialist',
  'senior-customer-service-specialist',
  'customer-service-manager',
  'account-manager',
];

/** The fifteen roles as the catalogue begins with them. */
export const roles: Readonly<Record<RoleKey, RoleData>> = all;
