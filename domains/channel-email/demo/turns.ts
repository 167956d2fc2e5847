import { assign, setReason, tag } from '#domains/conversations';
import { type DemoStory, minutesAgo } from '#platform/domain';
import type { Act, Turn } from './matter.ts';

const dayMs = 24 * 3600_000;

/** Short ways to say what happened some minutes ago. */
export interface Turns {
  come(minutes: number, text: string): Turn & { kind: 'in' };
  go(minutes: number, who: string, text: string, also?: Act): Turn;
  /** Taken by whoever has it from then on. */
  taken(minutes: number, who: string): Turn;
  labelled(reason: string, tags: readonly string[]): Act;
  /** The name of the day so many days from now. */
  weekday(days: number): string;
}

/** The turns of one story. */
export function turnsOf(story: DemoStory): Turns {
  const at = (minutes: number): Date => minutesAgo(story, minutes);
  return {
    come: (minutes, text) => ({ kind: 'in', at: at(minutes), text }),
    go: (minutes, who, text, also) => ({
      kind: 'out',
      at: at(minutes),
      who,
      text,
      then: 'stay',
      ...(also ? { also } : {}),
    }),
    taken: (minutes, who) => ({
      kind: 'act',
      at: at(minutes),
      who,
      act: (ctx, id) => assign(ctx, id, { assigneeId: story.ids.get(`teammate:${who}`) ?? null }),
    }),
    labelled: (reason, tags) => async (ctx, id) => {
      await setReason(ctx, id, story.ids.get(`reason:fernhill/${reason}`) ?? null);
      if (tags.length > 0) await tag(ctx, id, tags);
    },
    weekday: (days) =>
      new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/Lisbon' }).format(
        new Date(story.now.getTime() + days * dayMs),
      ),
  };
}
