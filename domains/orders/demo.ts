import { storyPeople } from '#domains/customers';
import type { DemoStory } from '#platform/domain';
import { goods, known, type StoryOrder } from './demo/story-orders.ts';
import { writeOrder } from './tell-order.ts';

const dayMs = 24 * 3600_000;
const source = 'shop';

/** What everybody in the story bought. Nothing is drawn at random: the rest of the story stays as it was. */
export async function demo(story: DemoStory): Promise<void> {
  const told = [...known, ...crowdOrders()];
  await story.at(new Date(story.now.getTime() - dayMs), null, async (ctx) => {
    for (const order of told) {
      const customerId = story.ids.get(`customer:${order.who}`);
      const person = storyPeople.find(({ key }) => key === order.who);
      if (!customerId || !person) continue;
      const brandId = story.ids.get(`brand:${person.brand}`) ?? '';
      const name = { brandId, source, externalId: order.number };
      await writeOrder(ctx, name, customerId, toldOf(order, person, story.now));
    }
  });
}

function toldOf(order: StoryOrder, person: (typeof storyPeople)[number], now: Date): Parameters<typeof writeOrder>[3] {
  const ago = (days: number): string => new Date(now.getTime() - days * dayMs).toISOString();
  const totalMinor = order.lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0);
  const isSent = order.deliveredAgo !== undefined || order.phase === 'sent';
  return {
    number: order.number,
    customer: { kind: 'address', value: person.address, name: person.name },
    phase: order.phase,
    state: '',
    place: person.place,
    url: `https://shop.fernhill.example/orders/${order.number}`,
    currency: 'EUR',
    totalMinor,
    placedAt: ago(order.placedAgo),
    deliveredAt: order.deliveredAgo === undefined ? null : ago(order.deliveredAgo),
    changedAt: ago(order.deliveredAgo ?? order.placedAgo),
    lines: order.lines.map((line) => ({ ...line, product: null })),
    payments: [
      { kind: 'payment', method: 'Card', amountMinor: totalMinor, at: ago(order.placedAgo) },
      ...(order.refund === undefined
        ? []
        : [{ kind: 'refund' as const, method: 'Card', amountMinor: order.refund.minor, at: ago(order.refund.ago) }]),
    ],
    shipments: isSent
      ? [
          {
            carrier: 'Kurier24',
            trackingNumber: `K24${order.number.replace(/\D/g, '')}7`,
            trackingUrl: `https://track.kurier24.example/${order.number}`,
            sentAt: ago(order.placedAgo - 1),
            deliveredAt: order.deliveredAgo === undefined ? null : ago(order.deliveredAgo),
          },
        ]
      : [],
  };
}

/** Every third of the crowd bought something, some weeks ago. */
function crowdOrders(): readonly StoryOrder[] {
  const crowd = storyPeople.filter(({ key }) => /\d$/.test(key));
  return crowd.flatMap(({ key, brand }, n): StoryOrder[] => {
    const [first, ...more] = [goods[n % goods.length], goods[(n * 7 + 2) % goods.length]];
    if (n % 3 !== 0 || !first) return [];
    const placedAgo = 4 + ((n * 5) % 50);
    return [
      {
        who: key,
        number: `${brand === 'lumo' ? 'LU' : 'FH'}-${19_000 + n * 7}`,
        phase: n % 12 === 0 ? 'sent' : 'delivered',
        placedAgo,
        ...(n % 12 === 0 ? {} : { deliveredAgo: placedAgo - 3 }),
        lines: [first, ...(n % 2 === 0 ? more : [])].flatMap((line) => (line ? [{ ...line, quantity: 1 }] : [])),
      },
    ];
  });
}
