import { newId } from '#platform/database';
import type { Ctx } from '#platform/ctx';
import type { SpecimenPlace, Specimens } from '#platform/domain';
import { systemActor } from '#platform/policy';
import { verify } from './verify.ts';
import { addWay } from './ways.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    VerificationWay: { ofBrand: true, make: way },
    Verification: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const wayId = await way(ctx, place);
        await verify(ctx, await place.of('Conversation'), { id, wayId, whom: 'Specimen', passed: true });
        return id;
      },
    },
  },
};

async function way(ctx: Ctx, place: SpecimenPlace): Promise<string> {
  const id = newId();
  const said = { name: 'Specimen', asks: ['Which order?'], allows: 'The order', holdsMinutes: 30, endsWithCall: true };
  await addWay({ ...ctx, actor: systemActor }, { id, brandId: place.brandId, ...said });
  return id;
}
