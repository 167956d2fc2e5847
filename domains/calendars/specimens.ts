import type { Specimens } from '#platform/domain';
import { addCalendar } from './contract.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Calendar: { ofBrand: false, make: async () => { throw new Error(String(addCalendar.path)); } },
  },
};
