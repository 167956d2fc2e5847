import { useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { type AskOf, Button, cx, newId, radioKeys, radioTabIndex, useView, useWords } from '#platform/ui';
import { listWords, type wrapUpCall } from '../routes.ts';
import { useFocusIfNowhere, useFocusToList } from './keep-focus.ts';
import type { CallView } from './views.ts';
import { callWords } from './words.ts';

/** After a call: what it was about, and what was said. Nothing is chosen beforehand, so that what is counted was meant. */
export function WrapUp(props: {
  readonly call: CallView;
  readonly isBusy: boolean;
  readonly onFinish: (body: AskOf<typeof wrapUpCall>['body']) => void;
}): ReactElement {
  const t = useWords(callWords);
  const [reason, setReason] = useState<string>();
  const [note, setNote] = useState('');
  const noteId = useId();
  const box = useRef<HTMLFormElement>(null);
  useFocusIfNowhere(box);
  useFocusToList(box);
  const reasons = useView(listWords, {}).data?.reasons.filter((one) => one.brandId === props.call.brandId) ?? [];
  const canFinish = reason !== undefined || reasons.length === 0;
  const finish = (event: FormEvent): void => {
    event.preventDefault();
    // a button that is put out of use lets go of the focus: it stays in use, and a second press does nothing
    if (props.isBusy) return;
    const text = note.trim();
    props.onFinish({ reasonId: reason ?? null, ...(text === '' ? {} : { note: { id: newId(), text } }) });
  };
  return (
    <form
      ref={box}
      aria-label={t('wrapUp', { name: props.call.customer.name })}
      onSubmit={finish}
      className="fixed end-[332px] top-4 z-50 flex w-[392px] flex-col gap-3 rounded-xl border border-line-2 bg-surface p-4 shadow-3 max-full:end-4 max-phone:inset-x-3 max-phone:w-auto"
    >
      <h2 className="text-body">{t('wrapUp', { name: props.call.customer.name })}</h2>
      {reasons.length > 0 ? (
        <Codes
          label={t('reason')}
          value={reason}
          onChoose={setReason}
          options={reasons.map(({ id, name }) => ({ id, label: name }))}
        />
      ) : (
        <p className="text-text-3">{t('noReasons')}</p>
      )}
      <div className="flex flex-col gap-1.5">
        <label htmlFor={noteId} className="text-xs font-semibold text-text-3">
          {t('note')}
        </label>
        <textarea
          id={noteId}
          dir="auto"
          value={note}
          placeholder={t('notePlaceholder')}
          onChange={(event) => setNote(event.target.value)}
          className="min-h-20 rounded-[10px] border border-line-control bg-surface px-3 py-2 text-md placeholder:text-text-3"
        />
      </div>
      <Button type="submit" look="primary" className="self-end" disabled={!canFinish}>
        {t('finish')}
      </Button>
    </form>
  );
}

function Codes(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onChoose: (id: string) => void;
}): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus; the keys are theirs.
    <div role="radiogroup" aria-label={props.label} onKeyDown={radioKeys}>
      <div className="mb-1.5 text-xs font-semibold text-text-3" aria-hidden="true">
        {props.label}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {props.options.map((option, at) => {
          const on = option.id === props.value;
          return (
            <button
              key={option.id}
              type="button"
              role="radio"
              aria-checked={on}
              tabIndex={radioTabIndex(on, at === 0, props.value !== undefined)}
              onClick={() => props.onChoose(option.id)}
              className={cx(
                'h-[30px] rounded-full border px-[11px] font-control max-phone:h-10',
                on ? 'border-brand bg-brand-soft text-brand-text' : 'border-line-2 bg-surface hover:bg-hover',
              )}
            >
              {option.label}
            </button>
          );
        })}
      </div>
    </div>
  );
}
