import { X } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, ComboField, Dialog, useWords } from '#platform/ui';
import { inboxWords } from './words.ts';

/** The tags of a conversation: known ones are offered as they are typed, new names become tags. */
export function TagDialog(props: {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  readonly onSave: (names: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const [names, setNames] = useState(props.tags);
  const [typed, setTyped] = useState('');
  const withTyped = (): readonly string[] => {
    const name = typed.trim();
    return name === '' || names.includes(name) ? names : [...names, name];
  };
  const save = (): void => {
    props.onSave(withTyped());
    props.onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() === '') return save();
    setNames(withTyped());
    return setTyped('');
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('tags')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('saveTags')}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <ComboField
          label={t('addTag')}
          hint={t('addTagHint')}
          maxLength={60}
          autoFocus
          dir="auto"
          value={typed}
          offered={props.known.filter((name) => !names.includes(name))}
          onText={setTyped}
          onTake={(name) => {
            setNames([...names, name]);
            setTyped('');
          }}
        />
        <ul aria-label={t('tags')} className="flex min-h-7 flex-wrap gap-1.5">
          {names.map((name) => (
            <li key={name}>
              <Button
                size="xs"
                aria-label={t('removeTag', { name })}
                onClick={() => setNames(names.filter((other) => other !== name))}
              >
                <bdi>{name}</bdi>
                <X className="size-3" />
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}
