import type { Change } from './publish.ts';

/** Something of ours that wants to know when one subject changed. */
type Heard = () => void;

/** Who in this process waits for a change of one subject and is no teammate's screen: the page of a visitor. */
export interface Watchers {
  /** Calls `heard` after each change; gives what ends it. */
  watch(workspaceId: string, topic: string, subjectId: string, heard: Heard): () => void;
  tell(changes: readonly Change[]): void;
}

/** Makes the list of those who wait. They are told that something changed and never what: each asks by its own right. */
export function createWatchers(): Watchers {
  const waiting = new Map<string, Set<Heard>>();
  return {
    watch(workspaceId, topic, subjectId, heard) {
      const key = `${workspaceId}/${topic}:${subjectId}`;
      const those = waiting.get(key) ?? new Set();
      waiting.set(key, those.add(heard));
      return () => {
        those.delete(heard);
        if (those.size === 0 && waiting.get(key) === those) waiting.delete(key);
      };
    },
    tell(changes) {
      if (waiting.size === 0) return;
      for (const { workspaceId, topic, subjectId } of changes)
        for (const heard of waiting.get(`${workspaceId}/${topic}:${subjectId}`) ?? []) heard();
    },
  };
}
