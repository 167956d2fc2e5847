import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { CalendarId } from './contract.ts';
import { add } from './keep-calendar.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Calendar: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        await add(ctx, { id: CalendarId.parse(id), name: `Specimen ${id}`, zone: 'UTC', weekly: {}, days: {} });
        return id;
      },
    },
  },
};
