import type { Ctx, ReadCtx } from '#platform/ctx';

/** One column an import understands. */
export interface ImportField {
  readonly name: string;
  readonly title: string;
  readonly isRequired: boolean;
  readonly example: string;
  /** Other names such a column has in the files of other systems, in small letters. */
  readonly alsoCalled?: readonly string[];
}

/** Where a line is brought in, and what happens to what is known already. */
export interface ImportPlace {
  readonly brandId: string;
  readonly onKnown: 'update' | 'keep';
}

/** What became of one line. `before` is what the way back needs, and nothing more. */
export interface ImportResult {
  readonly outcome: 'made' | 'changed' | 'same';
  readonly objectId: string;
  readonly before?: unknown;
}

/** A kind of thing that can be brought in from a file, line by line. A refusal says what is wrong with the line. */
export interface Importable {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  fields(ctx: ReadCtx, brandId: string): Promise<readonly ImportField[]>;
  /** Two lines of one file with the same key are one thing; null where a line names nothing. */
  keyOf(row: Readonly<Record<string, string>>): string | null;
  /** One line, as whoever asked: the policy of the domain is asked as by hand. */
  bring(ctx: Ctx, place: ImportPlace, row: Readonly<Record<string, string>>): Promise<ImportResult>;
  /** Takes one line back; says why where it stays (it was changed or used since). */
  takeBack(ctx: Ctx, done: ImportResult): Promise<{ readonly keptBecause: string | null }>;
}
