import type { ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { type Actor, holds, servesBrand } from '#platform/policy';
import { openMailLines } from './mail-line.ts';

/** Something of a line that its settings page follows as it happens. */
interface OfLine<Row extends { readonly line_id: string }, View extends { readonly version: number }> {
  /** The room is `<name>:<id>`. */
  readonly name: string;
  rows(ctx: ReadCtx, ids: readonly string[]): Promise<readonly Row[]>;
  idOf(row: Row): string;
  view(row: Row): View;
  /** One for its reader; throws where they may not see it. */
  read(ctx: ReadCtx, id: string): Promise<View>;
}

/** Followed by those who set up lines and serve the line's brand; for others its room does not exist. */
export function lineTopic<Row extends { readonly line_id: string }, View extends { readonly version: number }>(
  of: OfLine<Row, View>,
): Topic {
  const head = async (ctx: ReadCtx, room: string): Promise<string | null> => {
    if (!holds(ctx.actor, 'lines.configure')) return null;
    const found = await of.read(ctx, room.slice(of.name.length + 1)).catch(() => null);
    return found ? String(found.version) : null;
  };
  return {
    name: of.name,
    async load(ctx, ids) {
      const [rows, lines] = [await of.rows(ctx, [...ids]), await openMailLines(ctx)];
      const brands = new Map(lines.map(({ id, brandId }) => [id, brandId]));
      return new Map(rows.map((row) => [of.idOf(row), { row, brandId: brands.get(row.line_id) ?? null }]));
    },
    view(actor, loaded) {
      const { row, brandId } = loaded as { row: Row; brandId: string | null };
      return brandId !== null && mayFollow(actor, brandId) ? of.view(row) : null;
    },
    rooms: () => [],
    mayJoin: async (ctx, room) => (await head(ctx, room)) !== null,
    head,
  };
}

function mayFollow(actor: Actor, brandId: string): boolean {
  return servesBrand(actor, brandId) && holds(actor, 'lines.configure');
}
