/** How often each address did what in this hour: kept in memory alone, and never more than so many. */
const most = 20_000;
const hourMs = 3_600_000;

/** Counts what strangers do, so that one of them cannot fill the house. Each process counts for itself. */
export function newHourly(now: () => number): (from: string, what: string, timesAnHour: number) => boolean {
  let hour = -1;
  const counts = new Map<string, number>();
  return (from, what, timesAnHour) => {
    const current = Math.floor(now() / hourMs);
    if (current !== hour || counts.size >= most) counts.clear();
    hour = current;
    const key = `${what} ${from}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= timesAnHour;
  };
}
