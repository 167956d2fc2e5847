import { useState } from 'react';
import { idInLink } from './sight-picker.tsx';
import { useRested } from './use-rested.ts';

/** What somebody types to find the thing they ask about, and which of those found they chose. */
export function useSightQuestion(act: { ask(id: string): void; reset(): void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const asked = useRested(text.trim());
  const linked = idInLink(asked);
  return {
    asked,
    /** The id in a link that was pasted; then nothing is searched for. */
    linked,
    isSearch: asked !== '' && linked === undefined,
    isChosen: chosen !== '',
    picker: {
      text,
      chosen,
      onText: (next: string): void => {
        setText(next);
        setChosen('');
        act.reset();
      },
      onChoose: (id: string): void => {
        setChosen(id);
        if (id !== '') act.ask(id);
      },
    },
  };
}
