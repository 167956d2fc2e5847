import type { ReactElement } from 'react';
import type { WritingPlace } from '#platform/ui';
import { MacroMenu } from './macro-menu.tsx';
import { useMacroField } from './use-macro-field.tsx';

/** `/` or `::` at the beginning of a word offers macros; the chosen one is shown whole before it is run. */
export function MacroWriter(place: WritingPlace): ReactElement {
  return <MacroMenu menu={useMacroField(place)} conversationId={place.conversationId} />;
}
