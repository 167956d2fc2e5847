import { useQueryClient } from '@tanstack/react-query';
import { Copy, Download, Ellipsis, ListFilter, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { lazy, type ReactElement, useEffect, useState } from 'react';
import {
  Button,
  keyCaps,
  type ListPlace,
  Menu,
  type MenuItem,
  Part,
  type Refusal,
  useAct,
  useCommand,
  useGo,
  useKeys,
  useTell,
  useView,
  useWords,
} from '#platform/ui';
import { countViews, listViews, removeView, restoreView, type SavedView } from '../contract.ts';
import type { Group } from './conditions.ts';
import { filterOf } from './filter-code.ts';
import { useExport } from './use-export.tsx';
import type { Edited } from './view-editor.tsx';
import { viewWords } from './words.ts';

const ViewEditor = lazy(async () => ({ default: (await import('./view-editor.tsx')).ViewEditor }));
const ViewChooser = lazy(async () => ({ default: (await import('./view-chooser.tsx')).ViewChooser }));

/** Beside the name of a list: its filter, and for a saved view what to do with it. */
export function ListTools(place: ListPlace): ReactElement {
  const t = useWords(viewWords);
  const keys = useKeys('filter');
  const [edited, setEdited] = useState<Edited>();
  const [isChoosing, setChoosing] = useState(false);
  const view = useView(listViews, {}).data?.rows.find(({ id }) => `view-${id}` === place.view);
  const remove = useRemove();
  useCountedAgain();
  const filter = (): Group => filterOf(place.query);
  useCommand('filter', () => setEdited({ filter: filter(), how: 'look' }));
  useCommand('newView', () => setEdited({ filter: filter(), how: 'save', ...(view ? { sort: view.sort } : {}) }));
  useCommand('chooseList', () => setChoosing(true));
  return (
    <>
      <Button
        look="ghost"
        size="sm"
        square
        aria-label={t('filter')}
        title={`${t('filter')} (${keyCaps(keys).join('')})`}
        aria-pressed={place.view.startsWith('filter-')}
        className="aria-pressed:text-brand-text"
        onClick={() => setEdited({ filter: filter(), how: 'look' })}
      >
        <ListFilter className="size-3.5" />
      </Button>
      {view && <ViewMenu view={view} onEdit={setEdited} onRemove={() => remove(view)} />}
      <Part isAsked>
        {edited && <ViewEditor edited={edited} onClose={() => setEdited(undefined)} />}
        {isChoosing && <ViewChooser onClose={() => setChoosing(false)} />}
      </Part>
    </>
  );
}

function ViewMenu(props: {
  readonly view: SavedView;
  readonly onEdit: (edited: Edited) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useWords(viewWords);
  const { view } = props;
  const take = useExport(view);
  const mayChange = view.can.includes('change');
  const items: readonly (MenuItem | false)[] = [
    mayChange && {
      id: 'edit',
      label: t('edit'),
      icon: <Pencil />,
      run: () => props.onEdit({ filter: view.filter, how: 'save', view }),
    },
    {
      id: 'duplicate',
      label: t('duplicate'),
      icon: <Copy />,
      run: () =>
        props.onEdit({ filter: view.filter, how: 'save', sort: view.sort, name: t('copyOf', { name: view.name }) }),
    },
    view.can.includes('export') && { id: 'export', label: t('export'), icon: <Download />, run: take },
    mayChange && { id: 'remove', label: t('remove'), icon: <Trash2 />, run: props.onRemove },
  ];
  return (
    <Menu
      label={t('menu')}
      trigger={
        <Button look="ghost" size="sm" square aria-label={t('menu')} title={t('menu')}>
          <Ellipsis className="size-3.5" />
        </Button>
      }
      items={items.filter((item) => item !== false)}
    />
  );
}

/** How long the undo of a deletion stays. */
const undoStayMs = 10_000;

/** Held by the tools and not by the menu, which goes with its view: its undo must still have somebody to run it. */
function useRemove(): (view: SavedView) => void {
  const t = useWords(viewWords);
  const go = useGo();
  const tell = useTell();
  const client = useQueryClient();
  const remove = useAct(removeView);
  const restore = useAct(restoreView);
  const refresh = (): Promise<void> => {
    void client.invalidateQueries({ queryKey: [countViews.path] });
    return client.invalidateQueries({ queryKey: [listViews.path] });
  };
  return (view) => {
    const asked = { params: { id: view.id } } as never;
    const onError = ({ problem }: Refusal): void =>
      tell({ id: view.id, icon: <TriangleAlert />, text: [problem.title, problem.help].filter(Boolean).join('. ') });
    const back = (): void => {
      const onSuccess = (): void => void refresh().then(() => go(`/inbox/view-${view.id}`));
      restore.mutate(asked, { onSuccess, onError });
    };
    const onSuccess = (): void => {
      tell({ id: view.id, icon: <Trash2 />, text: t('removed', { name: view.name }), stayMs: undoStayMs, undo: back });
      go('/inbox/my-work');
      void refresh();
    };
    remove.mutate(asked, { onSuccess, onError });
  };
}

/** The server counts rarely on purpose: where it gave a number of before, it says when there will be a newer one. */
function useCountedAgain(): void {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useView(countViews, {});
  const againAt = data?.againInMs == null ? null : dataUpdatedAt + data.againInMs;
  useEffect(() => {
    if (againAt === null) return undefined;
    const again = (): void => void client.invalidateQueries({ queryKey: [countViews.path] });
    const timer = setTimeout(again, Math.max(0, againAt - Date.now()));
    return () => clearTimeout(timer);
  }, [client, againAt]);
}
