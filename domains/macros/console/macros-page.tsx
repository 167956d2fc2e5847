import { useQueryClient } from '@tanstack/react-query';
import { Plus, Zap } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Chip, EmptyState, ErrorNote, Skeleton, useAct, useTell, useView, useWords } from '#platform/ui';
import { archiveMacro, listMacros, type MacroView } from '../contract.ts';
import { MacroForm } from './macro-form.tsx';
import { sayAction } from './say-action.ts';
import { useChoices } from './use-choices.ts';
import { macroWords } from './words.ts';

/** Settings > Macros: those one may use, most used first, with what each does. */
export function MacrosPage(): ReactElement {
  const t = useWords(macroWords);
  const macros = useView(listMacros, { query: {} });
  const [edited, setEdited] = useState<MacroView | 'new'>();
  const rows = macros.data?.rows;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="flex-1">{t('title')}</h1>
        <Button look="primary" onClick={() => setEdited('new')}>
          <Plus className="size-4" />
          {t('new')}
        </Button>
      </header>
      <p className="text-md text-text-2">{t('about')}</p>
      {macros.error && <ErrorNote title={macros.error.problem.title} />}
      {!rows && !macros.error && <Skeleton rows={5} rowHeightPx={64} label={t('title')} />}
      {rows?.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      <ul className="flex flex-col">
        {rows?.map((macro) => (
          <MacroLine key={macro.id} macro={macro} onEdit={() => setEdited(macro)} />
        ))}
      </ul>
      {edited !== undefined && (
        <MacroForm macro={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  );
}

function MacroLine(props: { readonly macro: MacroView; readonly onEdit: () => void }): ReactElement {
  const t = useWords(macroWords);
  const client = useQueryClient();
  const tell = useTell();
  const archive = useAct(archiveMacro);
  const choices = useChoices();
  const { macro } = props;
  const icon = <Zap />;
  const archived = (): void => {
    void client.invalidateQueries({ queryKey: [listMacros.path] });
    tell({ id: macro.id, icon, text: t('archived', { name: macro.name }), stayMs: 5000 });
  };
  const remove = (): void => archive.mutate({ params: { id: macro.id } }, { onSuccess: archived });
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line py-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <b dir="auto" className="truncate">
          {macro.name}
        </b>
        <span dir="auto" className="line-clamp-2 text-text-2">
          {macro.text}
        </span>
        <span className="flex flex-wrap gap-1">
          <Chip>{t(macro.visibility)}</Chip>
          {macro.actions.map((action, index) => (
            // Acts of one macro keep their places.
            <Chip key={index} tone="brand" square>
              <bdi>{sayAction(action, choices.nameOf(action), t)}</bdi>
            </Chip>
          ))}
          <span className="text-xs text-text-3">{t('uses', { count: macro.usedCount })}</span>
        </span>
        {archive.error && <ErrorNote title={archive.error.problem.title} />}
      </div>
      {macro.can.includes('change') && (
        <span className="flex gap-1.5">
          <Button size="sm" aria-label={`${t('edit')}: ${macro.name}`} onClick={props.onEdit}>
            {t('edit')}
          </Button>
          <Button size="sm" aria-label={`${t('archive')}: ${macro.name}`} onClick={remove}>
            {t('archive')}
          </Button>
        </span>
      )}
    </li>
  );
}
