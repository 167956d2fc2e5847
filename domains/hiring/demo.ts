import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory } from '#platform/domain';
import { moveApplication, noteApplication } from './applications.ts';
import { apply } from './apply.ts';
import type { OpeningGiven, Stage } from './contract.ts';
import { addOpening, setOpeningState } from './openings.ts';

const dayMs = 24 * 3600_000;

const kingston: OpeningGiven = {
  role: 'customer-service-specialist',
  place: 'jamaica',
  title: 'Customer service specialist, Kingston',
  about:
    'You own our customers’ questions from the first hello to solved: tents that leak, parcels that are late, trips that begin on Friday.\n\nYou work in a team of ten, two days a week at home. We practise hard conversations together every Thursday.',
  town: 'Kingston',
  where: 'hybrid',
  hours: 'full-time',
  pay: null,
  closesOn: null,
};
const workshop: OpeningGiven = {
  role: 'customer-service-team-leader',
  place: null,
  title: 'Team leader, warranty and repair',
  about:
    'You lead the six who decide about repairs. You coach on what they ask to be coached on, keep the queue calm, and know a pole sleeve from a flysheet, or want to.',
  town: null,
  where: 'remote',
  hours: 'full-time',
  pay: null,
  closesOn: null,
};

interface Applicant {
  readonly name: string;
  readonly why: string;
  readonly daysAgo: number;
  readonly stage?: Exclude<Stage, 'new' | 'withdrawn'>;
  readonly note?: string;
  readonly cv?: string;
}

const forKingston: readonly Applicant[] = [
  {
    name: 'Keisha Brown',
    why: 'Six years on the phone for a bank. I like it best when somebody calls angry and hangs up calm.',
    daysAgo: 9,
    stage: 'talk',
    note: 'Calm and clear on the phone. Asked good questions about the returns.',
    cv: 'Keisha Brown\nSix years on the phone of a bank in Kingston: cards, disputes, complaints.',
  },
  { name: 'Andre Campbell', why: 'I hike, I know your tents, and I write well.', daysAgo: 6, stage: 'offer' },
  { name: 'Tamara Reid', why: 'I want to leave the night shift, not the customers.', daysAgo: 2 },
  { name: 'Devon Clarke', why: '', daysAgo: 1 },
];
const forWorkshop: readonly Applicant[] = [
  { name: 'Marta Figueira', why: 'Five years in a bicycle workshop, two of them as its lead.', daysAgo: 4 },
  { name: 'Owen Price', why: 'I led a team of eight in returns.', daysAgo: 11, stage: 'declined' },
];

/** Two openings of Fernhill, and who applied for them. */
export async function demo(story: DemoStory): Promise<void> {
  await tellOpening(story, kingston, forKingston);
  await tellOpening(story, workshop, forWorkshop);
}

async function tellOpening(story: DemoStory, opening: OpeningGiven, applicants: readonly Applicant[]): Promise<void> {
  const brandId = story.ids.get('brand:fernhill');
  if (!brandId) throw new Error('The story has no brand to hire for.');
  const openingId = newId();
  await story.at(before(story, 14), 'teammate:daniel', async (ctx) => {
    await addOpening(ctx, openingId, brandId, opening);
    await setOpeningState(ctx, openingId, 'open');
  });
  for (const applicant of applicants) await tellApplicant(story, { openingId, brandId }, applicant);
}

async function tellApplicant(
  story: DemoStory,
  to: { readonly openingId: string; readonly brandId: string },
  { name, why, daysAgo, stage, note, cv }: Applicant,
): Promise<void> {
  const { config, files } = story.tools;
  const stored = cv === undefined ? null : await files.put(story.workspaceId, Buffer.from(cv));
  const id = await story.at(before(story, daysAgo), null, async (ctx) => {
    const made = await apply(ctx, {
      ...to,
      name,
      address: `${name.toLowerCase().replace(' ', '.')}@post.example`,
      phone: null,
      why,
      lang: 'en',
      cv: stored && { ...stored, name: 'cv.txt', mediaType: 'text/plain' },
      proofIds: [],
    });
    await settle(ctx, made);
    return made;
  });
  await story.at(before(story, daysAgo / 2), 'teammate:daniel', async (ctx) => {
    if (stage) await moveApplication(ctx, config, id, stage);
    if (note) await noteApplication(ctx, config, id, { id: newId(), text: note });
  });
}

/** The letters of the story left in the story: nothing of it waits to be sent. */
async function settle(ctx: Ctx, applicationId: string): Promise<void> {
  await ctx.db
    .updateTable('application_letters')
    .set({ claimed_at: ctx.now, settled_at: ctx.now, outcome: 'sent', outcome_says: 'Told by the demo.' })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('application_id', '=', applicationId)
    .execute();
}

function before(story: DemoStory, days: number): Date {
  return new Date(story.now.getTime() - days * dayMs);
}
