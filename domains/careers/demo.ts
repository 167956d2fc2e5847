import { recordSkill } from '#domains/teams';
import type { DemoStory } from '#platform/domain';
import { choosePath } from './choose-path.ts';
import { careersOf } from './own.ts';

const dayMs = 24 * 3600_000;

/** What Priya says of herself, and what Tomás, who leads her team, wrote down after their talks. */
const said: readonly (readonly [skill: string, level: number, by: 'own' | 'leader'])[] = [
  ['empathy', 5, 'leader'],
  ['product-knowledge', 4, 'own'],
  ['communication', 4, 'leader'],
  ['crisis-handling', 3, 'own'],
  ['problem-solving', 4, 'own'],
  ['data-literacy', 2, 'own'],
  ['leading', 2, 'own'],
];

/** Priya is senior for half a year and looks at leading a team: five of seven are met, two are left. */
export async function demo(story: DemoStory): Promise<void> {
  const priya = story.ids.get('teammate:priya');
  if (!priya) throw new Error('The story has nobody to grow.');
  await story.at(new Date(story.now.getTime() - 20 * dayMs), 'teammate:priya', (ctx) =>
    choosePath(ctx, {
      ownRole: 'senior-customer-service-specialist',
      ownSince: new Date(story.now.getTime() - 200 * dayMs).toISOString().slice(0, 10),
      nextRole: 'customer-service-team-leader',
      place: 'united-states',
      isShared: true,
    }),
  );
  for (const by of ['own', 'leader'] as const)
    await story.at(
      new Date(story.now.getTime() - 12 * dayMs),
      by === 'own' ? 'teammate:priya' : 'teammate:tomas',
      async (ctx) => {
        const { catalogue } = await careersOf(ctx, 'en');
        for (const [key, level, source] of said) {
          const skill = catalogue.skill(key);
          if (skill && source === by)
            await recordSkill(ctx, priya, { key, name: skill.name }, { source, level, restsOn: null });
        }
      },
    );
}
