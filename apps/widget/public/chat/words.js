// Sentences and times, in the language of the page and the clock of whoever reads it.

/** Gives a sentence by its key, with its values filled in. */
export function sayerOf(words) {
  return (key, values = {}) =>
    (words[key] ?? key).replaceAll(/\{\{(\w+)\}\}/gu, (_all, name) => String(values[name] ?? ''));
}

const nearMs = 6 * 86_400_000;

/** "14:05" of today, "Tuesday 9:00" within a week, else with its date. */
export function whenIn(language, at) {
  const now = new Date();
  const isToday = at.toDateString() === now.toDateString();
  const isNear = Math.abs(at - now) < nearMs;
  const day = isNear ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return at.toLocaleString(language, { ...(isToday ? {} : day), hour: 'numeric', minute: '2-digit' });
}

/** Whether somebody is there, as long as it is known: the next turn is told when it comes. */
export function turning({ isOpen, turnsAt }, onTurn) {
  const at = turnsAt ? new Date(turnsAt) : null;
  const inMs = at ? at - Date.now() : Number.POSITIVE_INFINITY;
  let isOver = false;
  const dayMs = 86_400_000;
  if (inMs > 0 && inMs < dayMs)
    setTimeout(() => {
      isOver = true;
      onTurn(!isOpen);
    }, inMs);
  return { at: () => (isOver ? null : at) };
}
