import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory } from '#platform/domain';
import { makeCompany } from './companies.ts';
import { customerMade } from './contract.ts';
import { storyPeople } from './demo/people.ts';
import { findOrMakeCustomer } from './find-or-make-customer.ts';
import { beginMembership } from './memberships.ts';
import { normaliseIdentity } from './normalise.ts';

const dayMs = 24 * 3600_000;

/** Everybody who writes or calls in the story, as the shop knew them before: `customer:<key>` names each. */
export async function demo(story: DemoStory): Promise<void> {
  const known = new Date(story.now.getTime() - 58 * dayMs);
  await story.at(known, null, async (ctx) => {
    const customers = storyPeople.map((person) => ({
      person,
      id: newId(),
      brandId: story.ids.get(`brand:${person.brand}`) ?? '',
    }));
    const common = { workspace_id: ctx.workspaceId, first_seen_at: known };
    await ctx.db
      .insertInto('customers')
      .values(
        customers.map(({ id, brandId, person }) => ({
          ...common,
          id,
          brand_id: brandId,
          name: person.name,
          locale: person.language,
          zone: person.zone,
          place: person.place,
          created_at: known,
        })),
      )
      .execute();
    const identities = customers.flatMap(({ id, brandId, person }) =>
      (['address', 'phone'] as const).map((kind) => ({
        ...common,
        id: newId(),
        brand_id: brandId,
        customer_id: id,
        kind,
        value: person[kind],
        value_normalised: normaliseIdentity(kind, person[kind]),
      })),
    );
    await ctx.db.insertInto('identities').values(identities).execute();
    for (const { id, brandId, person } of customers) {
      story.ids.set(`customer:${person.key}`, id);
      ctx.emit(customerMade, id, { brandId, identityKind: 'address' }, { occurredAt: known });
    }
    await giveCompanies(ctx, story);
    await callAgain(ctx, story, known);
  });
}

/** Who writes for a company. */
async function giveCompanies(ctx: Ctx, story: DemoStory): Promise<void> {
  const brandId = story.ids.get('brand:fernhill');
  const companies = [
    ['Alba Trekking SL', 'alba.example', 'alba', 'Buys for the guides'],
    ['Kurier24', 'kurier24.example', 'kurier', 'Partner service'],
  ] as const;
  for (const [name, domain, key, role] of companies) {
    const company = await makeCompany(ctx, { brandId, name, domains: [domain] } as Parameters<typeof makeCompany>[1]);
    await beginMembership(ctx, story.ids.get(`customer:${key}`) ?? '', company.id, { role, isPrimary: true });
  }
}

/** Dieter also rang, from a number without its country: two records of one person, to be found and merged. */
async function callAgain(ctx: Ctx, story: DemoStory, at: Date): Promise<void> {
  const brandId = story.ids.get('brand:fernhill') ?? '';
  await findOrMakeCustomer(ctx, { brandId, kind: 'phone', value: '0151 2033 4471', name: 'D. Brandt', at });
}
