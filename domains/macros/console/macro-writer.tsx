import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { WritingPlace } from '#platform/ui';
import { FittingBar } from './fitting-bar.tsx';
import { MacroMenu } from './macro-menu.tsx';
import { useMacroField } from './use-macro-field.tsx';

/**
 * `/` or `::` at the beginning of a word offers macros, and the bar above the field those that fit what was asked; the
 * chosen one is shown whole before it is run.
 */
export function MacroWriter(place: WritingPlace): ReactElement {
  const menu = useMacroField(place);
  return (
    <>
      <MacroMenu menu={menu} conversationId={place.conversationId} />
      {place.bar && place.mode === 'reply' && createPortal(<FittingBar place={place} menu={menu} />, place.bar)}
    </>
  );
}
