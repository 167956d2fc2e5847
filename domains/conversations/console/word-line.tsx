import { Archive, ArrowUp } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, useWords } from '#platform/ui';
import { settingWords } from './setting-words.ts';

/** One word of the workspace: renamed where it stands, moved, merged, archived. */
export function WordLine(props: {
  readonly word: { readonly id: string; readonly name: string };
  readonly depth?: number;
  readonly aside?: string;
  readonly onRename: (name: string) => void;
  readonly onArchive: () => void;
  readonly onUp?: (() => void) | undefined;
  readonly mergeInto?: readonly { readonly id: string; readonly name: string }[];
  readonly onMerge?: (intoId: string) => void;
}): ReactElement {
  const t = useWords(settingWords);
  const { word, mergeInto = [] } = props;
  const { name } = word;
  const [typed, setTyped] = useState(name);
  const save = (): void => {
    if (typed.trim() !== '' && typed.trim() !== name) props.onRename(typed.trim());
    else setTyped(name);
  };
  return (
    <li
      className="flex flex-wrap items-center gap-2 border-b border-line py-1"
      style={{ paddingInlineStart: `${(props.depth ?? 0) * 20}px` }}
    >
      <input
        aria-label={t('nameOf', { name })}
        dir="auto"
        maxLength={120}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
        className="h-8 min-w-0 flex-1 basis-40 rounded-md border border-transparent bg-transparent px-2 hover:border-line-control focus:border-line-control max-phone:h-10"
      />
      {props.aside && <span className="text-xs text-text-3">{props.aside}</span>}
      {mergeInto.length > 0 && (
        <select
          aria-label={t('mergeInto', { name })}
          value=""
          onChange={(event) => props.onMerge?.(event.target.value)}
          className="h-8 max-w-36 rounded-md border border-line-control bg-surface px-1.5 text-xs max-phone:h-10"
        >
          <option value="">{t('mergeShort')}</option>
          {mergeInto.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </select>
      )}
      {props.onUp && (
        <Button
          look="ghost"
          size="sm"
          square
          aria-label={t('up', { name })}
          title={t('up', { name })}
          onClick={props.onUp}
        >
          <ArrowUp className="size-3.5" />
        </Button>
      )}
      <Button
        look="ghost"
        size="sm"
        square
        aria-label={t('archive', { name })}
        title={t('archive', { name })}
        onClick={props.onArchive}
      >
        <Archive className="size-3.5" />
      </Button>
    </li>
  );
}
