import { Bold, Code, Image, Italic, Link, List, ListOrdered, TextQuote } from 'lucide-react';
import { type FormEvent, type ReactElement, useEffect, useReducer, useRef, useState } from 'react';
import { Button, useCommand, useKeys, useWords, words } from '#platform/ui';
import { fetchEditor, type Rich } from '../use-rich.ts';
import { type Form, isRich } from './writing.ts';

export const formatWords = words('format', {
  bar: 'Form of the words',
  bold: 'Bold',
  italic: 'Italic',
  bulletList: 'List',
  orderedList: 'Numbered list',
  blockquote: 'Quote',
  code: 'Code',
  link: 'Link',
  picture: 'Picture within the words',
  linkTo: 'Address the words lead to',
  setLink: 'Set',
  noLink: 'Take off',
  missing: 'The editor could not be fetched. What you write goes out plainly.',
});

const signs: Readonly<Record<Form, ReactElement>> = {
  bold: <Bold />,
  italic: <Italic />,
  bulletList: <List />,
  orderedList: <ListOrdered />,
  blockquote: <TextQuote />,
  code: <Code />,
};

/** What the words can be made; their keys are `useFormKeys`. */
export function FormatBar(props: {
  readonly rich: Rich;
  readonly isShown: boolean;
  readonly isMissing: boolean;
  readonly toggle: (form: Form) => void;
}): ReactElement | null {
  const t = useWords(formatWords);
  const { rich, isMissing, toggle } = props;
  const [isLinking, setLinking] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const field = useChanges(rich);
  useEffect(() => {
    // fetched while nothing else is to be done, so that the first press finds it there
    if (props.isShown) requestIdleCallback(() => void fetchEditor().catch(() => undefined));
  }, [props.isShown]);
  useCommand('webLink', () => setLinking(true));
  if (!props.isShown && !isLinking) return null;
  return (
    <div
      role="group"
      aria-label={t('bar')}
      className="flex flex-wrap items-center gap-0.5 border-t border-line px-2 py-1"
    >
      {Object.keys(signs).map((key) => {
        const form = key as Form;
        return (
          <Tool key={form} id={form} label={t(form)} isOn={field?.has(form)} onPress={() => toggle(form)}>
            {signs[form]}
          </Tool>
        );
      })}
      <Tool id="webLink" label={t('link')} isOn={field?.has('link')} onPress={() => setLinking(!isLinking)}>
        <Link />
      </Tool>
      <Tool id="picture" label={t('picture')} onPress={() => chooser.current?.click()}>
        <Image />
      </Tool>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) rich.begin((ready) => ready.putPicture(file));
          event.target.value = '';
        }}
      />
      {isLinking && <LinkForm rich={rich} onDone={() => setLinking(false)} />}
      {isMissing && (
        <span role="alert" className="ps-2 text-xs text-danger-text">
          {t('missing')}
        </span>
      )}
    </div>
  );
}

function Tool(props: {
  readonly id: string;
  readonly label: string;
  readonly isOn?: boolean | undefined;
  readonly onPress: () => void;
  readonly children: ReactElement;
}): ReactElement {
  const keys = useKeys(props.id);
  return (
    <Button
      look="ghost"
      size="sm"
      square
      aria-label={props.label}
      aria-pressed={props.isOn ?? false}
      title={keys === '' ? props.label : `${props.label} (${keys.replaceAll('mod', 'Ctrl')})`}
      className="aria-pressed:bg-selected aria-pressed:text-brand-text [&_.lucide]:size-3.5"
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.children}
    </Button>
  );
}

function LinkForm(props: { readonly rich: Rich; readonly onDone: () => void }): ReactElement {
  const t = useWords(formatWords);
  const { rich } = props;
  const now = rich.field.current;
  const [address, setAddress] = useState(isRich(now) ? now.link() : '');
  const set = (to: string): void => {
    rich.begin((ready) => ready.setLink(to));
    props.onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set(address);
  };
  const leave = (): void => {
    props.onDone();
    rich.field.current?.focus();
  };
  return (
    <form onSubmit={submit} className="flex min-w-56 flex-1 items-center gap-1">
      <input
        autoFocus
        dir="ltr"
        aria-label={t('linkTo')}
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          leave();
        }}
        className="h-7 min-w-0 flex-1 rounded-sm border border-line-2 bg-surface px-2 text-sm"
      />
      <Button size="sm" type="submit">
        {t('setLink')}
      </Button>
      {isRich(now) && now.has('link') && (
        <Button size="sm" look="ghost" onClick={() => set('')}>
          {t('noLink')}
        </Button>
      )}
    </form>
  );
}

/** The editor, and a new look at it whenever something in it changed. */
function useChanges(rich: Rich) {
  const [, look] = useReducer((count: number) => count + 1, 0);
  const field = rich.Field === undefined || !isRich(rich.field.current) ? undefined : rich.field.current;
  useEffect(() => field?.subscribe(look), [field]);
  // The field stands there only after this was drawn.
  useEffect(() => {
    if (rich.Field !== undefined && field === undefined) look();
  }, [rich.Field, field]);
  return field;
}
