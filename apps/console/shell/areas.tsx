import {
  BookOpen,
  BriefcaseBusiness,
  CalendarDays,
  ChartColumn,
  ClipboardCheck,
  Inbox,
  MessagesSquare,
  Phone,
  Radio,
  Route,
  Settings,
  Sprout,
  UserRoundCheck,
  Users,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { sockets } from '../sockets.ts';
import { isPreview } from './is-preview.ts';

/** An entry of the rail. What a desk names beyond these is found by the commands alone. */
export type AreaId =
  | 'inbox'
  | 'calls'
  | 'customers'
  | 'knowledge'
  | 'live'
  | 'insights'
  | 'schedule'
  | 'quality'
  | 'journeys'
  | 'community'
  | 'career'
  | 'hiring'
  | 'shared'
  | 'client'
  | 'client-conversations'
  | 'settings';

/** Each area's address and sign; its words are in words.ts under the same id. */
export const areas: Record<AreaId, { readonly href: string; readonly icon: ReactElement }> = {
  inbox: { href: '/inbox', icon: <Inbox /> },
  calls: { href: '/calls', icon: <Phone /> },
  customers: { href: '/customers', icon: <Users /> },
  knowledge: { href: '/kb', icon: <BookOpen /> },
  live: { href: '/live', icon: <Radio /> },
  insights: { href: '/insights', icon: <ChartColumn /> },
  schedule: { href: '/workforce', icon: <CalendarDays /> },
  quality: { href: '/quality', icon: <ClipboardCheck /> },
  journeys: { href: '/journeys', icon: <Route /> },
  community: { href: '/community', icon: <MessagesSquare /> },
  career: { href: '/career', icon: <Sprout /> },
  hiring: { href: '/hiring', icon: <BriefcaseBusiness /> },
  client: { href: '/client', icon: <ChartColumn /> },
  'client-conversations': { href: '/client-conversations', icon: <MessagesSquare /> },
  shared: { href: '/shared', icon: <UserRoundCheck /> },
  settings: { href: '/settings', icon: <Settings /> },
};

/** The area that an address belongs to. */
export function areaOf(pathname: string): AreaId | undefined {
  const ids = Object.keys(areas) as AreaId[];
  return ids.find((id) => pathname === areas[id].href || pathname.startsWith(`${areas[id].href}/`));
}

/** Areas that the console itself has; the others come with their domains. */
const own: readonly string[] = ['inbox', 'live', 'settings'];

/** Those of a desk's areas that have a page to show, in the desk's order. A preview of the design shows them all. */
export function areasOf(ids: readonly string[]): readonly AreaId[] {
  const isThere = (id: string): id is AreaId => Object.hasOwn(areas, id);
  const hasPage = (id: AreaId): boolean =>
    own.includes(id) || sockets.pages.some((page) => `/${page.path}` === areas[id].href);
  return ids.filter(isThere).filter((id) => isPreview || hasPage(id));
}
