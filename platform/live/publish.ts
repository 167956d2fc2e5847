import type { Log } from '#platform/domain';

/** A subject whose row changed in a commit. */
export interface Change {
  readonly workspaceId: string;
  readonly topic: string;
  readonly subjectId: string;
  /** Lists it stood in before, whose screens must learn that it left. */
  readonly formerRooms?: readonly string[];
}

/** Collects changes for a moment, so that a burst of commits costs one load. */
export interface Publisher {
  /** Takes changes of our own commits. Never waits, never throws. */
  publish(changes: readonly Change[]): void;
  /** Takes changes another process told us of. */
  hear(changes: readonly Change[]): void;
  stop(): void;
}

/** How long changes are collected before they are loaded. */
const gatherMs = 5;
/** More than this at once is dropped here; the heads make the screens fetch. */
const gatherLimit = 10_000;

/** Makes the publisher: `deliver` serves this process's screens, `tellOthers` reaches the other processes. */
export function createPublisher(
  deliver: (changes: readonly Change[]) => Promise<void>,
  tellOthers: (changes: readonly Change[]) => void,
  log: Log,
): Publisher {
  const gathered = new Map<string, { change: Change; isOurs: boolean }>();
  let timer: NodeJS.Timeout | null = null;
  let isDelivering = false;
  let stopped = false;

  function gather(changes: readonly Change[], isOurs: boolean): void {
    for (const { workspaceId, topic, subjectId, formerRooms = [] } of changes) {
      const key = `${workspaceId}/${topic}:${subjectId}`;
      if (gathered.size >= gatherLimit && !gathered.has(key)) continue;
      const known = gathered.get(key);
      const rooms = [...new Set([...(known?.change.formerRooms ?? []), ...formerRooms])];
      gathered.set(key, {
        change: { workspaceId, topic, subjectId, formerRooms: rooms },
        isOurs: isOurs || (known?.isOurs ?? false),
      });
    }
    soon();
  }

  function soon(): void {
    if (timer || isDelivering || stopped || gathered.size === 0) return;
    timer = setTimeout(flush, gatherMs);
  }

  /** One at a time: a later row is never overtaken by an earlier one. */
  async function flush(): Promise<void> {
    timer = null;
    isDelivering = true;
    const batch = [...gathered.values()];
    gathered.clear();
    try {
      const ours = batch.filter(({ isOurs }) => isOurs).map(({ change }) => change);
      if (ours.length > 0) tellOthers(ours);
      await deliver(batch.map(({ change }) => change));
    } catch (error) {
      log.error(
        { error: error instanceof Error ? error.stack : String(error) },
        'Changes could not be shown; screens fetch at the next head.',
      );
    } finally {
      isDelivering = false;
      soon();
    }
  }

  return {
    publish: (changes) => gather(changes, true),
    hear: (changes) => gather(changes, false),
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
