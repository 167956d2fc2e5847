import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { Button, Part, type WritingField } from '#platform/ui';
import { ComposerFiles } from './composer-files.tsx';
import type { Draft } from './draft-store.ts';
import { FormatBar } from './rich/format-bar.tsx';
import type { Written } from './rich/writing.ts';
import type { ComposerFiles as Files } from './use-composer-files.tsx';
import { useFormKeys } from './use-form-keys.ts';
import type { Rich } from './use-rich.ts';
import { WordsField } from './words-field.tsx';

/** The words of a first message: with form, pictures and files where the line carries them. */
export function ComposeField(props: {
  readonly draft: Draft;
  readonly label: string;
  readonly attach: string;
  readonly field: RefObject<WritingField | null>;
  readonly onField: (box: HTMLTextAreaElement | null) => void;
  readonly rich: Rich;
  readonly files: Files;
  readonly onChange: (next: Written) => void;
  /** Ctrl+Enter. */
  readonly onSend: () => void;
}): ReactElement {
  const { draft, rich, files } = props;
  const format = useFormKeys(rich, rich.isOn);
  // A dialog keeps the console's keys out: those of the words are read here, and by the editor once it is there.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.metaKey && !event.ctrlKey) return;
    if (event.key === 'Enter') props.onSend();
    const form = ({ b: 'bold', i: 'italic' } as const)[event.key];
    if (form === undefined || !rich.isOn || event.defaultPrevented) return;
    event.preventDefault();
    format.toggle(form);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key is read for the field within, whichever of the two it is.
    <div className="flex flex-col gap-1 text-xs" onKeyDown={onKeyDown}>
      <span className="font-semibold text-text-2">{props.label}</span>
      <div
        className="overflow-hidden rounded-[9px] border border-line-control focus-within:outline-2 focus-within:outline-brand"
        {...files.drop}
      >
        <WordsField
          words={{ text: draft.text, html: draft.content?.html }}
          label={props.label}
          placeholder=""
          className="max-h-[36vh] min-h-32 w-full bg-surface px-3 py-2 text-md leading-[21px] text-text outline-none max-phone:text-body"
          rows={6}
          rich={rich}
          files={files}
          field={props.field}
          onField={props.onField}
          onChange={props.onChange}
        />
        {rich.isOn && (
          <Part>
            <FormatBar {...format} rich={rich} isShown />
          </Part>
        )}
      </div>
      {files.input}
      <ComposerFiles uploadKey={files.key} files={files.beside} onTakeOut={files.takeOut} />
      {rich.isOn && (
        <div>
          <Button size="sm" onClick={files.choose}>
            {props.attach}
          </Button>
        </div>
      )}
    </div>
  );
}
