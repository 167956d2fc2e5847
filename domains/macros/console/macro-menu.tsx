import { TriangleAlert, Zap } from 'lucide-react';
import type { ReactElement } from 'react';
import { Chip, cx, useView, useWords } from '#platform/ui';
import { type MacroView, previewMacro } from '../contract.ts';
import { sayAction } from './say-action.ts';
import type { MacroMenu as Menu } from './use-macro-menu.ts';
import { macroWords } from './words.ts';

/** The macros on offer while one is asked for, and the chosen one shown whole before it is run. */
export function MacroMenu(props: { readonly menu: Menu; readonly conversationId: string }): ReactElement | null {
  const t = useWords(macroWords);
  const { menu } = props;
  if (!menu.isOpen) return null;
  return (
    <div className="mx-2 mb-1 rounded-md border border-line-2 bg-surface p-1 shadow-2" data-macros>
      <div className="sr-only" role="status">
        {menu.offered[menu.at]?.name ?? t('none')}
      </div>
      <div id="macro-list" role="listbox" aria-label={t('choose')} className="max-h-44 overflow-y-auto" tabIndex={-1}>
        {menu.offered.length === 0 && <p className="px-2 py-1 text-text-2">{t('none')}</p>}
        {menu.offered.map((macro, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are read by the field, which keeps the focus.
          <div
            key={macro.id}
            id={`macro-list-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === menu.at}
            className={cx(
              'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 max-phone:min-h-11',
              index === menu.at && 'bg-selected',
            )}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => menu.choose(macro)}
          >
            <Zap className="size-3.5 text-text-3" />
            <bdi className="min-w-0 flex-1 truncate">{macro.name}</bdi>
            <span className="text-xs text-text-3">{t('uses', { count: macro.usedCount })}</span>
          </div>
        ))}
      </div>
      <MacroPreview macro={menu.offered[menu.at]} conversationId={props.conversationId} />
      <p className="px-2 pt-1 text-xs text-text-3 max-phone:hidden">{t('keys')}</p>
    </div>
  );
}

/** The words as they will stand, what is missing in them, and each act as a chip. */
function MacroPreview(props: {
  readonly macro: MacroView | undefined;
  readonly conversationId: string;
}): ReactElement | null {
  const t = useWords(macroWords);
  const { macro, conversationId } = props;
  const preview = useView(
    previewMacro,
    { params: { conversationId, id: macro?.id ?? '' } },
    { enabled: macro !== undefined },
  ).data;
  if (macro === undefined || preview === undefined) return null;
  const hasWords = preview.text.trim() !== '';
  return (
    <section aria-label={t('preview')} className="mt-1 flex flex-col gap-1.5 border-t border-line px-2 pt-1.5">
      {hasWords && (
        <p dir="auto" className="line-clamp-4 text-xs whitespace-pre-wrap text-text-2">
          {preview.text}
        </p>
      )}
      <span className="flex flex-wrap gap-1">
        {preview.actions.length === 0 && <Chip tone="outline">{t('onlyWords')}</Chip>}
        {preview.actions.map(({ action, name, refused }, index) => (
          // Acts of one macro keep their places.
          <Chip key={index} tone={refused === null ? 'brand' : 'bad'} square>
            <bdi>{sayAction(action, name, t)}</bdi>
            {refused !== null && ` (${t(refused === 'gone' ? 'gone' : 'mayNot')})`}
            {hasWords && (action.do === 'close' || action.do === 'snooze') && ` (${t('waits')})`}
          </Chip>
        ))}
      </span>
      <span role="status" className="contents">
        {preview.actions.map(
          ({ action, name, full }, index) =>
            full !== null && (
              <Warning key={index}>
                {action.do === 'assign' && action.teammateId === 'me'
                  ? t('fullMe', full)
                  : t('full', { name, ...full })}
              </Warning>
            ),
        )}
      </span>
      {preview.missing.length > 0 && (
        <Warning>{t('missing', { names: preview.missing.map((name) => `{${name}}`).join(', ') })}</Warning>
      )}
    </section>
  );
}

function Warning(props: { readonly children: string }): ReactElement {
  return (
    <p dir="auto" className="flex items-center gap-1.5 text-xs text-warn-text">
      <TriangleAlert className="size-3.5 flex-none" />
      {props.children}
    </p>
  );
}
