import type { ReadCtx } from '#platform/ctx';
import type { TextKind, TextRow } from './contract.ts';
import { ownOf } from './own.ts';
import { mustEdit } from './policy.ts';
import { seedName, seeds } from './seeds.ts';

/** Every text of the catalogue: what came with the program and their own, with the languages that were written. */
export async function listTexts(ctx: ReadCtx): Promise<TextRow[]> {
  mustEdit(ctx.actor);
  const { texts } = await ownOf(ctx);
  return [...new Set([...seeds.keys(), ...texts.keys()])].flatMap((address) => {
    const [kind, key = ''] = address.split('/') as [TextKind, string];
    const own = texts.get(address);
    const body = own?.get('en') ?? seeds.get(address) ?? [...(own?.values() ?? [])][0];
    if (!body) return [];
    const name = body.kind === 'question' ? body.question : body.name;
    return [
      {
        kind,
        key,
        name,
        came: seeds.has(address),
        written: [...(own?.keys() ?? [])],
        named: seedName(kind, key, 'es') !== null ? ['es'] : [],
      },
    ];
  });
}
