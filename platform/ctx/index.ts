/** What every verb is given: where, who, when, with what, and how to tell. */
import type { Kysely } from 'kysely';
import type * as z from 'zod';
import type { AnyEventContract } from '#platform/contract';
import type { DB } from '#platform/database';
import type { House } from '#platform/domain';
import type { Actor } from '#platform/policy';

/** By which door something was done; kept on every event. */
export type Via = 'api' | 'console' | 'channel' | 'job' | 'bulk' | 'import' | 'demo' | 'setup';

/**
 * One act of an administrator, for the log that cannot be edited: what was done to what, and how it was before and after.
 * Never a secret, never anything of a customer.
 */
export interface AuditNote {
  /** The past tense of it: `line.changed`, `customer.exported`. */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** How the object is called: a role's name, a line's. Never a customer's. */
  readonly objectName?: string | undefined;
  /** What was before and is now; only what differs is kept. Null where there was nothing, or is nothing any more. */
  readonly before?: Readonly<Record<string, unknown>> | null | undefined;
  readonly after?: Readonly<Record<string, unknown>> | null | undefined;
}

/** From where something was asked and why, where it came through the front door. */
export interface Origin {
  readonly address: string | null;
  /** In the words of who asked. */
  readonly why: string | null;
  /** What is written into the log where an administrator's route said nothing more exact. */
  readonly asked: AuditNote | null;
  /** Hears that a line was written. */
  onWritten?(): void;
}

/** A reading context: no transaction, nothing can be told. */
export interface ReadCtx {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly db: Kysely<DB>;
  /** Everything else in the house, reached only through its sockets. */
  readonly house: House;
}

/** A writing context: one transaction, events are collected and written just before commit. */
export interface Ctx extends ReadCtx {
  readonly via: Via;
  /** One request or job is one change set, however many events it tells. */
  readonly changeSetId: string;
  /** The event that made this happen, when a reaction runs. */
  readonly causeEventId: string | null;
  /** Tells a fact. `occurredAt` is business time: for imports and incoming mail it is theirs, not ours. */
  emit<E extends AnyEventContract>(
    event: E,
    subjectId: string,
    body: z.input<E['body']>,
    options?: EmitOptions,
  ): EventOf<E>;
  /**
   * Marks a subject as changed, so that open screens get its new view after commit. `formerRooms` are the lists it stood
   * in before, whose screens must learn that it left.
   */
  touch(topic: string, subjectId: string, formerRooms?: readonly string[]): void;
  /** Writes an administrator's act into the audit log, in this transaction, just before its end. */
  audit(note: AuditNote): void;
  /**
   * What this transaction made or read itself, and what is asked for again later in it, by `domain.what:id`; gone with it.
   * Only for what nothing else can change meanwhile, or whose one way to change takes it out.
   */
  readonly memo: Map<string, unknown>;
  /** How many more rows of this transaction name a file, by its address: storage's `keep` and `release` count here. */
  readonly references: Map<string, number>;
  /** Enqueues a job in the same transaction. */
  enqueue(job: string, data: Readonly<Record<string, unknown>>, options?: EnqueueOptions): void;
}

export interface EmitOptions {
  readonly occurredAt?: Date;
}

export interface EnqueueOptions {
  readonly startAfter?: Date;
  /** Jobs of one key are not queued twice while one waits. */
  readonly singletonKey?: string;
}

/** One event as reactions and readers see it. */
export interface EventOf<E extends AnyEventContract> {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: E['name'];
  readonly version: number;
  readonly subjectId: string;
  readonly changeSetId: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly via: Via;
  readonly causeEventId: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly body: z.output<E['body']>;
}

/** Any event. */
export type AnyEvent = EventOf<AnyEventContract>;
