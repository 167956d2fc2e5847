import { newId } from '#platform/database';
import type { Demo } from '#platform/domain';
import type { MacroAction } from './contract.ts';
import { addMacro } from './macros.ts';

const hour = 60;

const told: readonly { readonly name: string; readonly text: string; readonly actions: readonly MacroAction[] }[] = [
  {
    name: 'Refund on its way',
    text: 'Hello {customer.firstName},\n\nyour refund left today. It is on your account within five days.',
    actions: [{ do: 'tag', names: ['refund'] }],
  },
  {
    name: 'Storm delay',
    text: 'Hello {customer.firstName},\n\nthe storm in the north holds your parcel up. I ask where it is, and write again today.',
    actions: [
      { do: 'assign', teammateId: 'me' },
      { do: 'tag', names: ['storm-delay'] },
      { do: 'promise', minutes: 4 * hour, words: 'News of the parcel' },
    ],
  },
  {
    name: 'Photo of the damage, please',
    text: 'Hello {customer.firstName},\n\nplease send us a photo of the damage, and of the label inside the bag.',
    actions: [{ do: 'snooze', minutes: 48 * hour }],
  },
  { name: 'Moment', text: 'One moment please, {customer.firstName}, I am looking that up for you.', actions: [] },
  { name: 'Order number', text: 'May I have your order number, please?', actions: [] },
  {
    name: 'Stock in a shop',
    text: 'I look up what our shops have in your size, and hold one in your name until 19:00.',
    actions: [],
  },
  { name: 'Address', text: 'I changed the address of your parcel. You get a mail to confirm it.', actions: [] },
  {
    name: 'Fuel',
    text: 'A gas canister may not fly, neither in the cabin nor in the hold. I look up where to buy one after you land.',
    actions: [],
  },
  { name: 'Anything else', text: 'Is there anything else I can do for you, {customer.firstName}?', actions: [] },
];

/** The demo's own macros, for everybody: an answer with its acts, as a shop has them. */
export const demo: Demo = async (story) => {
  const shared = { visibility: 'all' as const, teamId: null, brandId: null };
  story.plan(story.now, () =>
    story.at(story.now, 'teammate:daniel', async (ctx) => {
      for (const { actions, ...macro } of told)
        await addMacro(ctx, newId(), { ...shared, ...macro, actions: [...actions] });
    }),
  );
};
