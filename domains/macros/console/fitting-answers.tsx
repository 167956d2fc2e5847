import { type ReactElement, useEffect, useState } from 'react';
import { Chip, useView, useWords, type WritingPlace } from '#platform/ui';
import { listMacros, type MacroView, previewMacro } from '../contract.ts';
import { fitting, signOf } from './fitting.ts';
import { MacroMenu } from './macro-menu.tsx';
import { moveKept } from './move-kept.ts';
import { sayAction } from './say-action.ts';
import { useAsked } from './use-asked.ts';
import { useMacroField } from './use-macro-field.tsx';
import { useStill } from './use-still.ts';
import { macroWords } from './words.ts';

/** Most shown before anything is typed: two are read at a glance. */
const mostShown = 2;

/** Above the field: answers that fit what was asked, and all of them behind `/`. */
export function FittingAnswers(
  props: WritingPlace & {
    readonly isFocused: boolean;
    /** Tells the field whether words are on their way into it. */
    readonly onHold: (isBusy: () => boolean) => void;
  },
): ReactElement {
  const t = useWords(macroWords);
  const { onHold, ...place } = props;
  const asked = useAsked(place.conversationId);
  const menu = useMacroField(place, props.isFocused);
  const all = useView(listMacros, { query: { brandId: place.brandId } }).data?.rows ?? [];
  const [isInUse, setInUse] = useState(false);
  const shown = useStill(fitting(all, asked, mostShown), isInUse);
  useEffect(() => {
    onHold(menu.isBusy);
  });
  useEffect(() => moveKept(), []);
  if (menu.isOpen) return <MacroMenu menu={menu} conversationId={place.conversationId} />;
  const offered = place.mode === 'reply' ? shown : [];
  return (
    <ul aria-label={t('answers')} className="flex flex-col gap-1.5 pb-2 empty:hidden max-phone:gap-2">
      {offered.map((macro) => (
        <li key={macro.id}>
          <Answer
            macro={macro}
            sign={signOf(macro, all)}
            conversationId={place.conversationId}
            menu={menu}
            onUse={setInUse}
          />
        </li>
      ))}
    </ul>
  );
}

/** One in lake: it is quoted, not written. What does more than write, or lacks a word, is shown whole first (R20). */
function Answer(props: {
  readonly macro: MacroView;
  readonly sign: string;
  readonly conversationId: string;
  readonly menu: ReturnType<typeof useMacroField>;
  /** It is under the pointer or has the keys. */
  readonly onUse: (isInUse: boolean) => void;
}): ReactElement {
  const t = useWords(macroWords);
  const { macro, menu, conversationId } = props;
  const preview = useView(previewMacro, { params: { conversationId, id: macro.id } }).data;
  const isPlain = preview !== undefined && preview.actions.length === 0 && preview.missing.length === 0;
  const [act, ...more] = preview?.actions ?? [];
  return (
    <button
      type="button"
      onPointerEnter={() => props.onUse(true)}
      onPointerLeave={() => props.onUse(false)}
      onFocus={() => props.onUse(true)}
      onBlur={() => props.onUse(false)}
      onClick={() => (isPlain ? menu.runAtCaret(macro) : menu.openAtCaret(macro))}
      className="flex h-[30px] w-full items-center gap-2 rounded-md border border-info/30 bg-info-soft px-1.5 text-start hover:border-info max-phone:h-10"
    >
      <bdi className="kbd flex-none text-info-text">/{props.sign}</bdi>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {preview?.text ?? macro.text}
      </span>
      {act && (
        <Chip tone="outline">
          <bdi>
            {sayAction(act.action, act.name, t)}
            {more.length > 0 && ` +${more.length}`}
          </bdi>
        </Chip>
      )}
    </button>
  );
}
