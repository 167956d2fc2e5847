import { analytics } from '#domains/analytics';
import { brands } from '#domains/brands';
import { bulk } from '#domains/bulk';
import { calendars } from '#domains/calendars';
import { channelChat } from '#domains/channel-chat';
import { careers } from '#domains/careers';
import { channelEmail } from '#domains/channel-email';
import { channelVoice } from '#domains/channel-voice';
import { checklists } from '#domains/checklists';
import { config } from '#domains/config';
import { conversations } from '#domains/conversations';
import { customers } from '#domains/customers';
import { hiring } from '#domains/hiring';
import { identity } from '#domains/identity';
import { improvements } from '#domains/improvements';
import { integrations } from '#domains/integrations';
import { macros } from '#domains/macros';
import { notices } from '#domains/notices';
import { operations } from '#domains/operations';
import { orders } from '#domains/orders';
import { portability } from '#domains/portability';
import { presence } from '#domains/presence';
import { privacy } from '#domains/privacy';
import { quality } from '#domains/quality';
import { sample } from '#domains/sample';
import { scenarios } from '#domains/scenarios';
import { sla } from '#domains/sla';
import { teams } from '#domains/teams';
import { verification } from '#domains/verification';
import { views } from '#domains/views';
import type { Domain } from '#platform/domain';

/** The ordered list: each stands on those before it. A domain is one folder and one line here. */
export const domains: readonly Domain[] = [
  identity,
  brands,
  integrations,
  privacy,
  portability,
  config,
  notices,
  analytics,
  calendars,
  customers,
  orders,
  teams,
  presence,
  conversations,
  checklists,
  macros,
  bulk,
  improvements,
  verification,
  views,
  channelEmail,
  channelVoice,
  channelChat,
  sla,
  quality,
  scenarios,
  careers,
  hiring,
  sample,
  operations,
];
