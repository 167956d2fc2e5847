/** When a conversation may come back. */
export interface SnoozeChoice {
  readonly id: 'laterToday' | 'tomorrow' | 'monday';
  readonly until: Date;
}

const laterHour = 16;
const morningHour = 9;
const monday = 1;

/** The presets that still lie ahead, soonest first (R11). */
export function snoozeChoices(now: Date): readonly SnoozeChoice[] {
  const at = (days: number, hour: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const toMonday = (7 + monday - now.getDay()) % 7 || 7;
  const choices: readonly SnoozeChoice[] = [
    { id: 'laterToday', until: at(0, laterHour) },
    { id: 'tomorrow', until: at(1, morningHour) },
    { id: 'monday', until: at(toMonday, morningHour) },
  ];
  return choices.filter((choice) => choice.until > now);
}
