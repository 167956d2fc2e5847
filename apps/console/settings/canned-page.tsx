import { Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button, Field, TextField, useWords } from '#platform/ui';
import { useCanned } from '../chats/canned.ts';
import { chatWords } from '../chats/words.ts';

/** Longest name, in letters: it is typed each time. */
const nameLetters = 24;

/** Settings > Canned answers: short answers of one's own, for chats. */
export function CannedPage(): ReactElement {
  const t = useWords(chatWords);
  const [kept, keep] = useCanned();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const canAdd = name !== '' && text.trim() !== '';
  const add = (): void => {
    keep([...kept.filter((one) => one.name !== name), { name, text: text.trim() }]);
    setName('');
    setText('');
  };
  return (
    <>
      <h1>{t('cannedTitle')}</h1>
      <p className="mb-5 max-w-[640px] text-md text-text-2">{t('cannedLead')}</p>
      {kept.length === 0 && <p className="mb-4 text-text-3">{t('cannedEmpty')}</p>}
      <ul className="mb-6">
        {kept.map((one) => (
          <li key={one.name} className="flex min-h-11 items-center gap-3 border-b border-line">
            <span className="kbd">/{one.name}</span>
            <span dir="auto" className="min-w-0 flex-1">
              {one.text}
            </span>
            <Button
              look="ghost"
              size="sm"
              square
              className="max-phone:size-10"
              aria-label={t('cannedRemove', { name: one.name })}
              onClick={() => keep(kept.filter((other) => other !== one))}
            >
              <Trash2 className="size-3.5" />
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (canAdd) add();
        }}
      >
        <Field
          label={t('cannedName')}
          value={name}
          maxLength={nameLetters}
          onChange={(event) => setName(event.target.value.replaceAll(/[^\p{L}\p{N}-]/gu, ''))}
        />
        <TextField label={t('cannedText')} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit" look="primary" disabled={!canAdd} className="self-start max-phone:h-11">
          {t('cannedAdd')}
        </Button>
      </form>
    </>
  );
}
