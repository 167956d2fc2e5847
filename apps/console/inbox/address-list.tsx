import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useOffers, useWords } from '#platform/ui';
import { composerWords } from './composer-words.ts';

const address = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** Whether somebody can be written to there: who takes part by telephone has only a number. */
export function isAddress(text: string): boolean {
  return address.test(text);
}

/** One list of who gets it: taken from those known, typed, pasted several at once, taken out. */
export function AddressList(props: {
  readonly kind: 'to' | 'cc' | 'bcc';
  readonly addresses: readonly string[];
  /** Who is offered: nobody who gets it already. */
  readonly known: readonly string[];
  readonly nameOf: (address: string) => string;
  readonly onChange: (addresses: string[]) => void;
  /** What is typed and nobody's yet: where those known are asked for as one types. */
  readonly onType?: ((text: string) => void) | undefined;
}): ReactElement {
  const t = useWords(composerWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const list = t(({ to: 'toShort', cc: 'ccShort', bcc: 'bccShort' } as const)[props.kind]);
  const label = t('addPerson', { list });
  const type = (text: string): void => {
    setTyped(text);
    props.onType?.(text);
  };
  const add = (more: readonly string[], rest: string): void => {
    if (more.length > 0) props.onChange([...new Set([...props.addresses, ...more])]);
    type(rest);
    setWrong(rest !== '');
  };
  const onTake = (one: string): void => add([one], '');
  const offers = useOffers({ label, offered: props.known, text: typed, onTake, nameOf: props.nameOf });
  const takeTyped = (): void => {
    const words = typed.split(/[\s,;]+/).map((word) => word.replace(/^<|>$/g, ''));
    add(words.filter(isAddress), words.filter((word) => word !== '' && !isAddress(word)).join(' '));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    offers.field.onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return;
    if (event.key === 'Backspace' && typed === '') return props.onChange(props.addresses.slice(0, -1));
    // a space within a name looks for it; after a whole address it ends it
    const isEnd = event.key === ' ' ? isAddress(typed) : ['Enter', ',', ';'].includes(event.key);
    if (!isEnd) return;
    event.preventDefault();
    takeTyped();
  };
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-1 max-phone:min-h-11">
      <span className="w-8 text-text-3">{list}</span>
      {props.addresses.map((one) => (
        <Person
          key={one}
          address={one}
          name={props.nameOf(one)}
          onTakeOut={() => props.onChange(props.addresses.filter((other) => other !== one))}
        />
      ))}
      <span className="flex min-w-32 flex-1">
        <input
          {...offers.field}
          dir="auto"
          type="text"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          aria-label={label}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
            setWrong(false);
            offers.open();
          }}
          onBlur={(event) => {
            offers.field.onBlur?.(event);
            takeTyped();
          }}
          onKeyDown={onKeyDown}
          className="h-6 w-full rounded-sm bg-transparent px-0.5 text-text aria-invalid:text-danger max-phone:h-10"
        />
        {offers.list}
      </span>
      {isWrong && (
        <span id={`${id}-wrong`} role="alert" className="text-danger">
          {t('badAddress')}
        </span>
      )}
    </div>
  );
}

function Person(props: {
  readonly address: string;
  readonly name: string;
  readonly onTakeOut: () => void;
}): ReactElement {
  const t = useWords(composerWords);
  return (
    <span
      title={props.address}
      className="inline-flex h-6 items-center gap-1 rounded-full bg-surface-3 ps-2 text-text max-phone:h-10"
    >
      <bdi className="max-w-52 truncate">{props.name}</bdi>
      <button
        type="button"
        aria-label={t('takeOutPerson', { name: props.name })}
        className="grid size-6 place-items-center max-phone:size-10"
        onClick={props.onTakeOut}
      >
        <X className="size-3" />
      </button>
    </span>
  );
}
