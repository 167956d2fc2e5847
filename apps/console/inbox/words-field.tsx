import type { ReactElement, RefObject, TextareaHTMLAttributes } from 'react';
import { cx, type WritingField } from '#platform/ui';
import type { Written } from './rich/writing.ts';
import type { ComposerFiles } from './use-composer-files.tsx';
import { isWithinWords } from './use-draft.ts';
import type { Rich } from './use-rich.ts';

/** The field for words: plain, or the editor of formatted ones once form was asked for. Neither loses what the other had. */
export function WordsField(props: {
  readonly words: Written;
  readonly label: string;
  readonly placeholder: string;
  readonly className: string;
  readonly rows: number;
  readonly rich: Rich;
  readonly files: ComposerFiles;
  readonly field: RefObject<WritingField | null>;
  /** The plain field stands there, or goes. */
  readonly onField: (box: HTMLTextAreaElement | null) => void;
  readonly onChange: (next: Written) => void;
  readonly onBlur?: () => void;
  /** What a note adds: names after `@`. */
  readonly more?: TextareaHTMLAttributes<HTMLTextAreaElement>;
}): ReactElement {
  const { rich, files, words, label, placeholder, className } = props;
  if (rich.Field) {
    return (
      <rich.Field
        {...words}
        label={label}
        placeholder={placeholder}
        className={className}
        fieldRef={props.field}
        onChange={props.onChange}
        onBlur={props.onBlur}
        onFiles={(chosen) => void files.take(chosen)}
        onPicture={(file, uploadId) => {
          isWithinWords(uploadId);
          void files.take([file], uploadId);
        }}
        onReady={rich.onReady}
        onGone={rich.onGone}
      />
    );
  }
  return (
    <textarea
      ref={(box) => {
        props.onField(box);
        rich.standIn(box);
      }}
      dir="auto"
      rows={props.rows}
      aria-label={label}
      placeholder={placeholder}
      value={words.text}
      readOnly={rich.isComing}
      // without the editor form is given up, never a word
      onChange={(event) => props.onChange({ text: event.target.value })}
      onBlur={props.onBlur}
      onPaste={(event) => rich.onPaste(event) || files.onPaste(event)}
      {...rich.composing}
      {...props.more}
      className={cx('block field-sizing-content resize-none placeholder:text-text-3', className)}
    />
  );
}
