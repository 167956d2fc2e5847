/** Put away until the customer writes again, as the server says it (`untilTheyReply` of the contract): the end of time. */
export const untilTheyReply = '9999-12-31T00:00:00.000Z';

/** Whether it comes back by an answer alone. */
export function isTillReply(until: string): boolean {
  return until.startsWith('9999');
}

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
