import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { configPart } from '#platform/domain';
import { MacroAction, type MacroView, visibilities } from './contract.ts';
import { addMacro, changeMacro, listMacros } from './macros.ts';

const item = z.strictObject({
  name: z.string().trim().min(1).max(120),
  visibility: z.enum(visibilities).exclude(['mine']),
  teamId: z.string().nullable().default(null),
  brandId: z.string().nullable().default(null),
  text: z.string().max(20_000).default(''),
  actions: z.array(MacroAction).max(12).default([]),
});
type Item = z.output<typeof item>;

const keyOf = ({ name, visibility, teamId, brandId }: Omit<Item, 'text' | 'actions'>): string =>
  [visibility, teamId, brandId, name].join(' ');

/** Macros that others use too, in the order of their names; one's own stay with their owner. */
export const macrosPart = configPart<Item>({
  name: 'macros',
  says: 'Macros of a team, of a brand or for everybody. Those that somebody keeps for themselves are not in it.',
  permission: 'conversations.configure',
  tables: ['macros'],
  item,
  keyOf,
  read: async (ctx) =>
    (await sharedMacros(ctx)).map(({ name, visibility, teamId, brandId, text, actions }) => ({
      name,
      visibility,
      teamId,
      brandId,
      text,
      actions,
    })),
  async write(ctx, macro) {
    const there = (await sharedMacros(ctx)).find((one) => keyOf(one) === keyOf(macro));
    if (there) await changeMacro(ctx, there.id, macro);
    else await addMacro(ctx, newId(), macro);
  },
});

type Shared = MacroView & Pick<Item, 'visibility'>;

async function sharedMacros(ctx: ReadCtx): Promise<Shared[]> {
  return (await listMacros(ctx))
    .filter((macro): macro is Shared => macro.visibility !== 'mine' && macro.can.includes('change'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
