import { type Kysely, sql } from 'kysely';
import { type DB, writeLater } from '#platform/database';
import type { Collected } from './collect.ts';

/** Writes all facts of a transaction by one statement, just before commit. */
export async function writeHistory(trx: Kysely<DB>, collected: Collected): Promise<void> {
  const first = collected.events[0];
  if (!first) return;
  const rows = collected.events.map((event) => ({
    id: event.id,
    month: `${event.occurredAt.toISOString().slice(0, 7)}-01`,
    name: event.name,
    version: event.version,
    subject_id: event.subjectId,
    change_set_id: event.changeSetId,
    actor_kind: event.actorKind,
    actor_id: event.actorId,
    via: event.via,
    cause_event_id: event.causeEventId,
    occurred_at: event.occurredAt.toISOString(),
    body: event.body,
  }));
  const history = sql`
    insert into events (workspace_id, month, id, name, version, subject_id, change_set_id, actor_kind, actor_id, via,
      cause_event_id, occurred_at, body)
    select ${first.workspaceId}::uuid, month, id, name, version, subject_id, change_set_id, actor_kind, actor_id, via,
      cause_event_id, occurred_at, body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (id uuid, month date, name text, version smallint,
      subject_id uuid, change_set_id uuid, actor_kind text, actor_id uuid, via text, cause_event_id uuid,
      occurred_at timestamptz, body jsonb)`;
  await writeLater(trx, history);
}
