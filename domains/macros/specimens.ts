import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { addMacro } from './macros.ts';
import { runMacro } from './run-macro.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Macro: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await addMacro(ctx, id, {
          name: 'Specimen',
          text: 'Hello {customer.firstName}',
          actions: [{ do: 'priority', priority: 3 }],
          visibility: 'brand',
          teamId: null,
          brandId: place.brandId,
        });
        return id;
      },
    },
    MacroRun: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const macroId = await place.of('Macro');
        await runMacro(ctx, await place.of('Conversation'), { id, macroId, hasWords: false, anyway: true });
        return id;
      },
    },
  },
  routes: {
    'POST /api/macros': { body: { text: 'Hello', visibility: 'brand' } },
    'PUT /api/macros/:id': { body: { text: 'Hello', visibility: 'brand' } },
  },
};
