import type { Readable } from 'node:stream';
import type { Config } from '#platform/config';
import type { Ctx, Origin, ReadCtx, Via } from '#platform/ctx';
import type { JobQueue } from '#platform/jobs';
import type { Actor } from '#platform/policy';
import type { House } from './house.ts';

/** What code outside a transaction is given: calls to the world, processes, the demo, tests. */
export interface Tools {
  readonly config: Config;
  readonly house: House;
  readonly files: FileStore;
  readonly log: Log;
  /** What became of jobs: those that gave up or are held, and how far the workers are behind. Queueing is `ctx.enqueue`. */
  readonly jobs: Pick<JobQueue, 'dead' | 'retryDead' | 'dropDead' | 'lag' | 'release' | 'forget'>;
  now(): Date;
  /** Runs a verb in one transaction of one workspace; events, jobs and screens are told at commit. */
  transact<T>(who: Who, verb: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Reads without a transaction. */
  read<T>(who: Who, verb: (ctx: ReadCtx) => Promise<T>): Promise<T>;
  /** All workspaces, in pages of `limit`; for processes that serve every one. */
  workspaceIds(): Promise<readonly string[]>;
}

/** Whose transaction it is; the actor is the system where none is given. */
export interface Who {
  readonly workspaceId: string;
  readonly actor?: Actor;
  readonly via?: Via;
  readonly now?: Date;
  readonly causeEventId?: string;
  readonly origin?: Origin | undefined;
  /** What follows waits for `jobs.release`: nobody acts on a story before it was told to its end. */
  readonly holdsJobs?: boolean | undefined;
}

/** Structured log without message bodies, names or addresses. */
export interface Log {
  /** Details, for who asked for them. */
  debug?(facts: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  info(facts: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  warn(facts: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** Content-addressed files of a workspace: the same bytes are stored once per workspace. */
export interface FileStore {
  /** Stores bytes; call inside the transaction that will refer to them with `ctx`, so that the reference is counted. */
  put(workspaceId: string, bytes: Uint8Array | Readable, limitBytes?: number): Promise<StoredFile>;
  open(workspaceId: string, sha256: string): Promise<Readable>;
  read(workspaceId: string, sha256: string): Promise<Uint8Array>;
  /** Removes all files of a workspace that is leaving, whoever still names them. */
  dropAll(workspaceId: string): Promise<void>;
}

export interface StoredFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}
