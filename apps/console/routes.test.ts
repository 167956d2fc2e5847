import { expect, test } from 'vitest';
import * as brands from '#domains/brands/contract';
import * as chat from '#domains/channel-chat/contract';
import * as email from '#domains/channel-email/contract';
import * as voice from '#domains/channel-voice/contract';
import * as conversations from '#domains/conversations/contract';
import * as customers from '#domains/customers/contract';
import * as identity from '#domains/identity/contract';
import * as notices from '#domains/notices/contract';
import * as orders from '#domains/orders/contract';
import * as presence from '#domains/presence/contract';
import * as sample from '#domains/sample/contract';
import * as sla from '#domains/sla/contract';
import * as teams from '#domains/teams/contract';
import * as views from '#domains/views/contract';
import * as routes from './routes.ts';

const contracts: Readonly<Record<string, unknown>> = {
  ...brands,
  ...chat,
  ...email,
  ...voice,
  ...conversations,
  ...customers,
  ...identity,
  ...notices,
  ...orders,
  ...presence,
  ...sample,
  ...sla,
  ...teams,
  ...views,
};

test.each(Object.entries(routes))('%s is asked as its contract says', (name, route) => {
  expect(contracts[name]).toMatchObject({ method: route.method, path: route.path });
});
