import type { Ctx } from '#platform/ctx';
import type { FileStore } from './tools.ts';

/** Where specimens are made: one brand of one workspace, with what every workspace has. */
export interface SpecimenPlace {
  readonly brandId: string;
  readonly teamId: string;
  readonly queueId: string;
  readonly teammateId: string;
  readonly files: FileStore;
  /** Another object in the same place, also of another domain; the same one however often it is asked for. */
  of(kind: string): Promise<string>;
}

/** How one object of a kind is made. */
export interface Specimen {
  /** It belongs to a brand: for who serves only another brand it does not exist. */
  readonly ofBrand: boolean;
  make(ctx: Ctx, place: SpecimenPlace): Promise<string>;
}

/** What a route needs to be exercised where its contract alone does not say it. */
export interface RouteSpecimen {
  /** Another kind of object for an id: `'params.id'` → `'HeldReply'`. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Ids that only say where a list goes on: nothing of theirs is read or told. */
  readonly positions?: readonly string[];
  /**
   * Parts of the path, the query and the body that a generator cannot guess; laid over what it made. `{new}` is another
   * word each time, `{channel}` a channel that messages can be written on.
   */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A domain's real objects for tests: `domains/<x>/specimens.ts`, gathered by the stranger test. */
export interface Specimens {
  readonly objects: Readonly<Record<string, Specimen>>;
  /** By the name of the route: `PUT /api/lines/:id/closure`. */
  readonly routes?: Readonly<Record<string, RouteSpecimen>>;
}
