/** The desks: a role's start and navigation over the same objects. A desk is one data file and one line here. */
import type { Desk } from '#platform/domain';

export const desks: readonly Desk[] = [];
