import { AtSign, CircleUserRound, Clock3, Flame, FileText, Gem, Inbox, Languages, Layers, RotateCcw, Send, SquarePen } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, QueueGroup, QueueItem, useCommand, useView, useWords } from '#platform/ui';
import { AppLink } from '../shell/links.tsx';
import { StatusCard } from './status-card.tsx';
import { type BoxView, listBoxes } from './views.ts';
import { inboxWords } from './words.ts';

const signs: Readonly<Record<string, ReactElement>> = {
  mine: <CircleUserRound />,
  mentions: <AtSign />,
  snoozed: <Clock3 />,
  drafts: <FileText />,
  sent: <Send className="turns" />,
  all: <Layers />,
  unassigned: <Inbox />,
  flame: <Flame />,
  gem: <Gem />,
  languages: <Languages />,
  history: <RotateCcw className="turns" />,
};
const tones = { good: 'good', risk: 'risk', bad: 'bad', info: 'info' } as const;
const stateWords = { good: 'stateGood', risk: 'stateRisk', bad: 'stateBad', info: 'stateInfo' } as const;

/** The first column: my work, the teams' queues, saved views, and how I am doing at its foot. */
export function Queues(props: { readonly current: string; readonly onCompose: () => void }): ReactElement {
  const t = useWords(inboxWords);
  const boxes = useView(listBoxes, {});
  useCommand('compose', props.onCompose);
  return (
    <>
      <div className="flex items-center justify-between ps-2 pe-1">
        <h2>{t('title')}</h2>
        <Button look="ghost" size="sm" square aria-label={t('compose')} title={t('compose')} onClick={props.onCompose}>
          <SquarePen />
        </Button>
      </div>
      <Group boxes={boxes.data?.mine} current={props.current} />
      <Group boxes={boxes.data?.queues} current={props.current} title={t('teamQueues')} />
      <Group boxes={boxes.data?.views} current={props.current} title={t('views')} />
      <span className="flex-1" />
      <StatusCard />
    </>
  );
}

function Group(props: { readonly boxes: readonly BoxView[] | undefined; readonly current: string; readonly title?: string }): ReactElement | null {
  const t = useWords(inboxWords);
  if (props.boxes === undefined || props.boxes.length === 0) return null;
  return (
    <QueueGroup title={props.title}>
      {props.boxes.map((box) => (
        <li key={box.id}>
          <QueueItem
            label={box.name}
            href={`/inbox/${box.id}`}
            current={box.id === props.current}
            link={AppLink}
            icon={signs[box.sign ?? ''] ?? <Layers />}
            state={box.state && { tone: tones[box.state], label: t(stateWords[box.state]) }}
            count={box.count === null ? undefined : `${box.count}${box.isCapped ? '+' : ''}`}
          />
        </li>
      ))}
    </QueueGroup>
  );
}
