import type { useWords } from '#platform/ui';
import type { MacroAction } from '../contract.ts';
import type { macroWords } from './words.ts';

type Say = ReturnType<typeof useWords<keyof typeof macroWords.en>>;

/** One act in words: "Priority: High", "Promise: I write, in 2 hours". */
export function sayAction(action: MacroAction, name: string, t: Say): string {
  const what = t(`do-${action.do}`);
  const hours = (minutes: number): string => t('inHours', { count: Math.max(1, Math.round(minutes / 60)) });
  if (action.do === 'close') return what;
  if (action.do === 'priority') return `${what}: ${t(`p${action.priority as 1 | 2 | 3 | 4}`)}`;
  if (action.do === 'snooze') return `${what}: ${hours(action.minutes)}`;
  if (action.do === 'promise') return `${what}: ${action.words}, ${hours(action.minutes)}`;
  if (action.do === 'note') return `${what}: ${action.text.slice(0, 60)}`;
  if (action.do === 'assign' && (action.teammateId === 'me' || action.teammateId === 'nobody'))
    return `${what}: ${t(action.teammateId)}`;
  return `${what}: ${name}`;
}
