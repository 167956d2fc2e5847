import { lazy } from 'react';
import type { CompanyPiece, ConsoleParts, CustomerPiece, MomentPiece } from '#platform/ui';

const found = import.meta.glob<{ readonly parts: ConsoleParts }>('../../domains/*/console/index.tsx', { eager: true });
const CustomerConversations = lazy(async () => ({
  default: (await import('./inbox/customer-conversations.tsx')).CustomerConversations,
}));
/** The inbox is the console's own, so its part of a customer's page is too. */
const own: readonly CustomerPiece[] = [
  { id: 'conversations', order: 10, place: 'body', component: CustomerConversations },
];
const CompanyConversations = lazy(async () => ({
  default: (await import('./inbox/customer-conversations.tsx')).CompanyConversations,
}));
const ownOfCompanies: readonly CompanyPiece[] = [{ id: 'conversations', order: 10, component: CompanyConversations }];
const ContactMoment = lazy(async () => ({
  default: (await import('./inbox/contact-moment.tsx')).ContactMoment,
}));
const ownMoments: readonly MomentPiece[] = [{ kinds: ['contact.in', 'contact.out'], component: ContactMoment }];
const all = Object.values(found).map((module) => module.parts);

/** What the domains bring to the console, gathered once. Their pages are lazy, so this list is all that loads first. */
export const sockets = {
  pages: all.flatMap((parts) => parts.pages ?? []),
  panels: all.flatMap((parts) => parts.panels ?? []).toSorted((one, other) => one.order - other.order),
  timeline: all.flatMap((parts) => parts.timeline ?? []),
  thread: all.flatMap((parts) => parts.thread ?? []).toSorted((one, other) => one.order - other.order),
  lists: all.flatMap((parts) => parts.lists ?? []),
  entryActs: all.flatMap((parts) => parts.entryActs ?? []),
  writing: all.flatMap((parts) => parts.writing ?? []),
  composer: all.flatMap((parts) => parts.composer ?? []),
  settingsPages: all.flatMap((parts) => parts.settingsPages ?? []),
  live: all.flatMap((parts) => parts.live ?? []),
  lines: all.flatMap((parts) => parts.lines ?? []),
  customers: [...own, ...all.flatMap((parts) => parts.customers ?? [])].toSorted(
    (one, other) => one.order - other.order,
  ),
  companies: [...ownOfCompanies, ...all.flatMap((parts) => parts.companies ?? [])].toSorted(
    (one, other) => one.order - other.order,
  ),
  brands: all.flatMap((parts) => parts.brands ?? []).toSorted((one, other) => one.order - other.order),
  moments: [...ownMoments, ...all.flatMap((parts) => parts.moments ?? [])],
  career: all.flatMap((parts) => parts.career ?? []).toSorted((one, other) => one.order - other.order),
  sights: all.flatMap((parts) => parts.sights ?? []).toSorted((one, other) => one.order - other.order),
  hours: all.flatMap((parts) => parts.hours ?? []),
} as const;
