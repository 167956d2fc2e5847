import { type ComponentProps, lazy, type ReactElement, useEffect, useRef, useState } from 'react';
import {
  Button,
  HandAsk,
  Kbd,
  type ListPlace,
  Menu,
  newId,
  nothingSelected,
  Part,
  select,
  useAct,
  useCommand,
  useKeys,
  useView,
  useWords,
} from '#platform/ui';
import { type BatchAction, listBatches, startBatch } from '../contract.ts';
import { BatchProgress } from './batch-progress.tsx';
import { useRefused } from './use-undo-batch.tsx';
import { follow, useFollowed } from './followed.ts';
import type { PickedMacro } from './macro-preview.tsx';
import type { Asking } from './picker.tsx';
import { useChosen } from './use-chosen.ts';
import { bulkWords } from './words.ts';

const Picker = lazy(async () => ({ default: (await import('./picker.tsx')).Picker }));
const SnoozeDate = lazy(async () => ({ default: (await import('./snooze-date.tsx')).SnoozeDate }));
const CloseThem = lazy(async () => ({ default: (await import('./close-them.tsx')).CloseThem }));
const MacroPreview = lazy(async () => ({ default: (await import('./macro-preview.tsx')).MacroPreview }));
const LastBatches = lazy(async () => ({ default: (await import('./last-batches.tsx')).LastBatches }));

type Opened = Asking | 'close' | 'last' | 'snoozeDate';
type Full = Omit<ComponentProps<typeof HandAsk>, 'onClose'>;

/** Below the list: how many are chosen and what can be done with them; then how far it is, and what could not be done. */
export function BulkBar(place: ListPlace): ReactElement {
  const t = useWords(bulkWords);
  const onError = useRefused();
  const chosen = useChosen(place.query);
  const start = useAct(startBatch);
  const followed = useFollowed();
  const [opened, setOpened] = useState<Opened>();
  useAtWork();
  useCommand('lastBatches', () => setOpened('last'));
  const [full, setFull] = useState<Full>();
  const [macro, setMacro] = useState<PickedMacro>();
  const close = (): void => (setOpened(undefined), setMacro(undefined));
  const act = (action: BatchAction, name?: string): void => {
    close();
    const id = newId();
    start.mutate(
      { body: chosen.bodyOf(id, action) },
      {
        onSuccess: () => {
          select(nothingSelected);
          follow(id);
        },
        onError: (refusal) => {
          const isFull = action.do === 'assign' && refusal.problem.code === 'conversations/assignee-full';
          if (!isFull) return onError(refusal);
          setFull({ name, problem: refusal.problem, handOver: () => act({ ...action, anyway: true }) });
        },
      },
    );
  };
  return (
    <>
      {followed !== undefined && <BatchProgress key={followed} id={followed} />}
      {(chosen.isAny || chosen.selection.isOn) && (
        <Chosen chosen={chosen} isBusy={start.isPending} onOpen={setOpened} onAct={act} />
      )}
      <Part isAsked>
        {opened === 'last' && <LastBatches onClose={close} />}
        {opened === 'close' && (
          <CloseThem chosen={chosen} query={place.query} onAct={() => act({ do: 'close' })} onClose={close} />
        )}
        {opened !== undefined && opened !== 'last' && opened !== 'close' && opened !== 'snoozeDate' && (
          <Picker
            asking={opened}
            // what a macro does to each is seen before it does
            onAct={(action, name = '') =>
              action.do === 'macro' ? setMacro({ macroId: action.macroId, name }) : act(action, name)
            }
            onDate={() => setOpened('snoozeDate')}
            onClose={() => setOpened(undefined)}
          />
        )}
        {opened === 'snoozeDate' && <SnoozeDate onAct={act} onClose={close} />}
        {macro && <MacroPreview picked={macro} chosen={chosen} onAct={act} onClose={close} />}
        {full && <HandAsk {...full} isMany onClose={() => setFull(undefined)} />}
      </Part>
      <span role="status" className="sr-only">
        {chosen.isAny && chosen.count !== undefined ? t('chosen', { count: chosen.count }) : ''}
      </span>
    </>
  );
}

const asked: readonly Asking[] = ['assign', 'snooze', 'tag', 'priority', 'status', 'reason', 'queue', 'macro'];

function Chosen(props: {
  readonly chosen: ReturnType<typeof useChosen>;
  readonly isBusy: boolean;
  readonly onOpen: (opened: Opened) => void;
  readonly onAct: (action: BatchAction) => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const { isAny, count, isMore, selection } = props.chosen;
  const isOn = isAny && !props.isBusy;
  const says = count === undefined ? t('counting') : t(isMore ? 'chosenMore' : 'chosen', { count });
  return (
    <section
      aria-label={t('bar')}
      className="flex flex-none flex-wrap items-center gap-1.5 border-t border-line bg-brand-soft px-3.5 py-2 text-sm"
    >
      {isOn && <Commands {...props} />}
      <b className="me-auto tabular-nums">
        <bdi>{says}</bdi>
      </b>
      {!selection.isAll && (
        <Button size="xs" onClick={() => select({ ...nothingSelected, isOn: true, isAll: true })}>
          {t('all')}
        </Button>
      )}
      <Button size="xs" onClick={() => select(nothingSelected)}>
        {t('none')}
      </Button>
      <span className="flex w-full flex-wrap gap-1.5">
        <Act name="close" label={t('close')} isOn={isOn} onPress={() => props.onOpen('close')} />
        <Act name="assign" label={t('assign')} isOn={isOn} onPress={() => props.onOpen('assign')} />
        <Act name="tag" label={t('tag')} isOn={isOn} onPress={() => props.onOpen('tag')} />
        <Menu
          label={t('more')}
          trigger={
            <Button size="sm" disabled={!isOn}>
              {t('more')}
            </Button>
          }
          items={[
            ...asked
              .filter((one) => one !== 'assign' && one !== 'tag')
              .map((one) => ({ id: one, label: t(one), run: () => props.onOpen(one) })),
            { id: 'read', label: t('read'), run: () => props.onAct({ do: 'read' }) },
          ]}
        />
      </span>
    </section>
  );
}

/** While something is chosen the keys of a conversation are about that, whatever is open beside it (R38). */
function Commands(props: {
  readonly chosen: ReturnType<typeof useChosen>;
  readonly onOpen: (opened: Opened) => void;
  readonly onAct: (action: BatchAction) => void;
}): null {
  const t = useWords(bulkWords);
  const { count } = props.chosen;
  const more = { isFirst: true, detail: count === undefined ? t('all') : t('chosen', { count }) };
  useCommand('close', () => props.onOpen('close'), true, { ...more, asks: true });
  useCommand('assignMe', () => props.onAct({ do: 'assign', assigneeId: 'me' }), true, more);
  useCommand('assign', () => props.onOpen('assign'), true, more);
  useCommand('snooze', () => props.onOpen('snooze'), true, more);
  useCommand('tag', () => props.onOpen('tag'), true, more);
  useCommand('priority', () => props.onOpen('priority'), true, more);
  useCommand('status', () => props.onOpen('status'), true, more);
  useCommand('reason', () => props.onOpen('reason'), true, more);
  useCommand('queue', () => props.onOpen('queue'), true, more);
  useCommand('macro', () => props.onOpen('macro'), true, more);
  return null;
}

function Act(props: {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}): ReactElement {
  const keys = useKeys(props.name);
  return (
    <Button size="sm" disabled={!props.isOn} onClick={props.onPress}>
      {props.label}
      {keys !== '' && <Kbd keys={keys} />}
    </Button>
  );
}

/** A batch goes on while the page is closed: the one at work is in sight again when it is opened. */
function useAtWork(): void {
  const { data } = useView(listBatches, {});
  const isLooked = useRef(false);
  const id = data?.rows.find(({ state }) => state === 'running' || state === 'undoing')?.id;
  const isKnown = data !== undefined;
  useEffect(() => {
    if (!isKnown || isLooked.current) return;
    isLooked.current = true;
    if (id !== undefined) follow(id);
  }, [isKnown, id]);
}
