import type { AnyEventContract } from '#platform/contract';
import type { AnyEvent, AuditNote, Ctx, EmitOptions, EnqueueOptions, EventOf } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Who } from '#platform/domain';
import { systemActor } from '#platform/policy';
import type * as z from 'zod';
import type { Change, QueuedJob } from './create-tools.ts';

/** What one transaction has told so far. */
export interface Collected {
  readonly now: Date;
  readonly changeSetId: string;
  readonly events: AnyEvent[];
  readonly jobs: QueuedJob[];
  readonly notes: AuditNote[];
  readonly touched: Map<string, Change>;
  readonly memo: Map<string, unknown>;
  readonly references: Map<string, number>;
  /** The event whose reaction runs at this moment: the cause of what it tells. */
  cause: string | null;
  readonly emit: Ctx['emit'];
  readonly touch: Ctx['touch'];
  readonly enqueue: Ctx['enqueue'];
  readonly audit: Ctx['audit'];
}

/** Starts an empty collection for one transaction. */
export function collect(who: Who): Collected {
  const now = who.now ?? new Date();
  const actor = who.actor ?? systemActor;
  const collected: Collected = {
    now,
    changeSetId: newId(),
    events: [],
    jobs: [],
    notes: [],
    touched: new Map(),
    memo: new Map(),
    references: new Map(),
    cause: who.causeEventId ?? null,
    emit<E extends AnyEventContract>(
      event: E,
      subjectId: string,
      body: z.input<E['body']>,
      options: EmitOptions = {},
    ): EventOf<E> {
      const told: EventOf<E> = {
        id: newId(),
        workspaceId: who.workspaceId,
        name: event.name,
        version: event.version,
        subjectId,
        changeSetId: collected.changeSetId,
        actorKind: actor.kind,
        actorId: actor.id,
        via: who.via ?? 'api',
        causeEventId: collected.cause,
        occurredAt: options.occurredAt ?? now,
        recordedAt: now,
        // parsed, so that a fact that does not fit its contract is never written
        body: event.body.parse(body) as z.output<E['body']>,
      };
      collected.events.push(told as AnyEvent);
      return told;
    },
    touch(topic: string, subjectId: string, formerRooms: readonly string[] = []): void {
      const key = `${topic} ${subjectId}`;
      const rooms = new Set([...(collected.touched.get(key)?.formerRooms ?? []), ...formerRooms]);
      collected.touched.set(key, { workspaceId: who.workspaceId, topic, subjectId, formerRooms: [...rooms] });
    },
    enqueue(name: string, data: Readonly<Record<string, unknown>>, options: EnqueueOptions = {}): void {
      collected.jobs.push({ name, workspaceId: who.workspaceId, data, ...options });
    },
    audit(note: AuditNote): void {
      collected.notes.push(note);
    },
  };
  return collected;
}
