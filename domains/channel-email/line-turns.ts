/**
 * Most mails of one line that one process hands over at once, which is also the most connections it has to the line's
 * host. A host that is slow holds so many of our hands and no more; the others go on for the other lines.
 */
export const turnsPerLine = 2;
/** A turn that nobody gave back ends by itself: longer than any sending takes. */
const turnLimitMs = 240_000;
/** Most conversations remembered for one line; the others come by their own jobs. */
const waitingLimit = 1_000;

interface Line {
  readonly workspaceId: string;
  readonly taken: Map<string, number>;
  readonly waiting: Set<string>;
}

const lines = new Map<string, Line>();

/** Takes a turn of a line under the name of a claim; where none is free the conversation waits, and the answer is no. */
export function takeTurn(workspaceId: string, lineId: string, claimId: string, conversationId: string): boolean {
  const line = lines.get(lineId) ?? { workspaceId, taken: new Map<string, number>(), waiting: new Set<string>() };
  lines.set(lineId, line);
  if (!line.taken.has(claimId) && !isFree(line)) {
    if (line.waiting.size < waitingLimit) line.waiting.add(conversationId);
    return false;
  }
  line.taken.set(claimId, performance.now());
  return true;
}

/** Gives back the turn that a claim took, if it took one. */
export function giveTurn(claimId: string): void {
  for (const [lineId, line] of lines) {
    line.taken.delete(claimId);
    if (line.taken.size === 0 && line.waiting.size === 0) lines.delete(lineId);
  }
}

/** A conversation of the workspace that waited and whose line has a turn free now; it waits no longer. */
export function nextWaiting(workspaceId: string): string | null {
  for (const line of lines.values()) {
    if (line.workspaceId !== workspaceId || !isFree(line)) continue;
    const [first] = line.waiting;
    if (first === undefined) continue;
    line.waiting.delete(first);
    return first;
  }
  return null;
}

function isFree(line: Line): boolean {
  const now = performance.now();
  for (const [claimId, since] of line.taken) if (now - since > turnLimitMs) line.taken.delete(claimId);
  return line.taken.size < turnsPerLine;
}
