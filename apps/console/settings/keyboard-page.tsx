import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import {
  Button,
  chordOf,
  conflictsOf,
  Kbd,
  keysOf,
  shortcuts,
  shortcutWords,
  type ShortcutChoices,
  useShortcutChoices,
  useWords,
} from '#platform/ui';
import { settingsWords } from './words.ts';

/** Settings > Keyboard: every key can be changed, single letters can be switched off, conflicts show at once (R4). */
export function KeyboardPage(): ReactElement {
  const t = useWords(settingsWords);
  const [choices, setChoices] = useShortcutChoices();
  return (
    <>
      <h1>{t('keyboard')}</h1>
      <p className="mb-4 text-md text-text-2">{t('keyboardLead')}</p>
      <div className="mb-5 grid grid-cols-[16px_1fr] gap-x-2.5">
        <input
          type="checkbox"
          id="single-keys-off"
          aria-describedby="single-keys-hint"
          className="mt-px size-4 accent-brand"
          checked={choices.singleKeysOff}
          onChange={(event) => setChoices({ ...choices, singleKeysOff: event.target.checked })}
        />
        <label htmlFor="single-keys-off" className="font-bold">
          {t('singleKeysOff')}
        </label>
        <p id="single-keys-hint" className="col-start-2 text-text-3">
          {t('singleKeysHint', { keys: 'Ctrl K' })}
        </p>
      </div>
      <ul>
        {shortcuts.map((shortcut) => (
          <KeyRow key={shortcut.id} id={shortcut.id} choices={choices} onChange={setChoices} />
        ))}
      </ul>
    </>
  );
}

function KeyRow(props: {
  readonly id: string;
  readonly choices: ShortcutChoices;
  readonly onChange: (choices: ShortcutChoices) => void;
}): ReactElement {
  const t = useWords(settingsWords);
  const say = useWords(shortcutWords);
  const { id, choices } = props;
  const [isReading, setReading] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const nameOf = (one: string): string => say(one as Parameters<typeof say>[0]);
  const keys = keysOf(id, choices);
  const conflicts = conflictsOf(choices);
  const others = new Set(keys.flatMap((key) => conflicts.get(key) ?? []).filter((other) => other !== id));

  const read = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    setReading(false);
    if (event.key !== 'Escape')
      props.onChange({ ...choices, keys: { ...choices.keys, [id]: [chordOf(event.nativeEvent)] } });
  };
  const reset = (): void => {
    props.onChange({
      ...choices,
      keys: Object.fromEntries(Object.entries(choices.keys).filter(([other]) => other !== id)),
    });
    // its own button goes with what it took back (R6)
    change.current?.focus();
  };
  return (
    <li className="flex min-h-10 items-center gap-3 border-b border-line">
      <span className="min-w-0 flex-1">
        {nameOf(id)}
        {others.size > 0 && (
          <span className="block text-xs text-danger-text">
            {t('conflict', { name: [...others].map(nameOf).join(', ') })}
          </span>
        )}
      </span>
      {keys.map((key) => (
        <Kbd key={key} keys={key} apart />
      ))}
      <Button
        ref={change}
        size="sm"
        role="button"
        aria-label={`${t('change')}: ${nameOf(id)}`}
        onClick={() => setReading(true)}
        onKeyDown={isReading ? read : undefined}
        onBlur={() => setReading(false)}
      >
        {isReading ? t('press') : t('change')}
      </Button>
      {choices.keys[id] && (
        <Button size="sm" look="ghost" aria-label={`${t('reset')}: ${nameOf(id)}`} onClick={reset}>
          {t('reset')}
        </Button>
      )}
    </li>
  );
}
