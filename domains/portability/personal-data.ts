import { sql } from 'kysely';
import type { PersonalData } from '#platform/domain';

/** What the way back of an import remembers of a customer: given away, and emptied with them. */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const { rows } = await sql<{ before: unknown }>`
      select before from import_rows
      where workspace_id = ${ctx.workspaceId} and object_id = ${customerId}::uuid and before is not null`.execute(
      ctx.db,
    );
    return rows.length > 0 ? { beforeImports: rows.map(({ before }) => before) } : {};
  },
  async erase(ctx, customerId) {
    const { numAffectedRows } = await sql`
      update import_rows set before = null
      where workspace_id = ${ctx.workspaceId} and object_id = ${customerId}::uuid and before is not null`.execute(
      ctx.db,
    );
    return { import_rows: Number(numAffectedRows ?? 0) };
  },
};
