import type { ReactElement } from 'react';
import type { MacroForecast } from '#domains/macros/contract';
import { Chip, type Say, useWords } from '#platform/ui';
import { bulkWords } from './words.ts';

type Acts = MacroForecast['actions'];
type Words = Say<keyof typeof bulkWords.en>;

/** The acts of a macro over many, in their order: each with how many it makes different. */
export function MacroActs(props: { readonly acts: Acts }): ReactElement {
  const t = useWords(bulkWords);
  return (
    <ul aria-label={t('macroActs')} className="flex flex-wrap gap-1">
      {props.acts.map((act, at) => (
        // Acts of one macro keep their places.
        <li key={at} className="max-w-full">
          <Chip tone={act.count > 0 ? 'brand' : 'outline'} square>
            <bdi className="tabular-nums">
              {sayAct(act, t)} × {act.count}
            </bdi>
          </Chip>
        </li>
      ))}
    </ul>
  );
}

const priorities = ['low', 'normal', 'high', 'urgent'] as const;
const hourMinutes = 60;

/** One act by the word of its command, and what it sets. */
function sayAct({ action, name }: Acts[number], t: Words): string {
  const what = t(action.do);
  const inHours = (minutes: number): string => t('inHours', { count: Math.max(1, Math.round(minutes / hourMinutes)) });
  switch (action.do) {
    case 'close':
      return what;
    case 'priority':
      return `${what}: ${t(priorities[action.priority - 1] ?? 'normal')}`;
    case 'snooze':
      return `${what}: ${inHours(action.minutes)}`;
    case 'promise':
      return `${what}: ${action.words}, ${inHours(action.minutes)}`;
    case 'note':
      return `${what}: ${action.text}`;
    case 'assign':
      return `${what}: ${action.teammateId === 'me' || action.teammateId === 'nobody' ? t(action.teammateId) : name}`;
    default:
      return `${what}: ${name}`;
  }
}
