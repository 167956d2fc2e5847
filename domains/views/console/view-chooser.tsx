import { Inbox, Layers } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { listBoxes } from '#domains/conversations/contract';
import { Palette, type PaletteItem, useGo, useView, useWords } from '#platform/ui';
import { countViews, listViews } from '../contract.ts';
import { viewWords } from './words.ts';

/** V: every list and view by a part of its name. */
export function ViewChooser(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(viewWords);
  const go = useGo();
  const [text, setText] = useState('');
  const boxes = useView(listBoxes, {}).data?.boxes ?? [];
  const views = useView(listViews, {}).data?.rows ?? [];
  const counts = useView(countViews, {}).data?.rows ?? [];
  const typed = text.trim().toLowerCase();
  const item = (id: string, label: string, isView: boolean, count: number | null | undefined): PaletteItem[] =>
    label.toLowerCase().includes(typed)
      ? [
          {
            id,
            label,
            hint: count === null || count === undefined ? undefined : String(count),
            icon: isView ? <Layers /> : <Inbox />,
            run: () => go(`/inbox/${id}`),
          },
        ]
      : [];
  const fixed = boxes.flatMap((box) =>
    box.box === 'queue' ? [] : item(box.box === 'mine' ? 'my-work' : box.box, box.name, false, box.open),
  );
  return (
    <Palette
      text={text}
      onText={setText}
      onClose={props.onClose}
      groups={[
        { title: t('lists'), items: fixed },
        {
          title: t('views'),
          items: views.flatMap(({ id, name }) =>
            item(`view-${id}`, name, true, counts.find((one) => one.id === id)?.count),
          ),
        },
        {
          title: t('queues'),
          items: boxes.flatMap((box) =>
            box.box === 'queue' ? item(`queue-${box.id}`, box.name, false, box.open) : [],
          ),
        },
      ]}
      words={{
        label: t('chooseList'),
        placeholder: t('chooserPlaceholder'),
        none: t('chooserNone', { text }),
        choose: t('chooserKeys'),
        run: t('chooserRun'),
        next: '',
      }}
    />
  );
}
