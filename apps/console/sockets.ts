import type { ConsoleParts } from '#platform/ui';

const found = import.meta.glob<{ readonly parts: ConsoleParts }>('../../domains/*/console/index.tsx', { eager: true });
const all = Object.values(found).map((module) => module.parts);

/** What the domains bring to the console, gathered once. Their pages are lazy, so this list is all that loads first. */
export const sockets = {
  pages: all.flatMap((parts) => parts.pages ?? []),
  panels: all.flatMap((parts) => parts.panels ?? []).toSorted((one, other) => one.order - other.order),
  timeline: all.flatMap((parts) => parts.timeline ?? []),
  composer: all.flatMap((parts) => parts.composer ?? []),
  settingsPages: all.flatMap((parts) => parts.settingsPages ?? []),
  lines: all.flatMap((parts) => parts.lines ?? []),
  customers: all.flatMap((parts) => parts.customers ?? []).toSorted((one, other) => one.order - other.order),
} as const;
