import { type ReactElement, useState } from 'react';
import { Button, Dialog, FieldForm, type ThreadPlace, useWords } from '#platform/ui';
import { fieldWords } from './field-words.ts';
import { useConversationFields } from './fields-panel.tsx';
import type { CloseAsked } from './opened.ts';

/** What must be said before closing, said here, then closed. A field stays in sight after it was filled in. */
export function FieldsAsk(props: {
  readonly place: ThreadPlace;
  readonly asked: CloseAsked;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(fieldWords);
  const { place } = props;
  const { fields, values, refusal, isPending, set } = useConversationFields(place.conversationId);
  const [first] = useState(() => new Set(unsaid(fields, values).map(({ id }) => id)));
  const shown = fields.filter((field) => field.isAsked || first.has(field.id));
  const close = (): void => {
    props.onClose();
    props.asked.retry({ closeAnyway: false });
  };
  const isReady = unsaid(fields, values).length === 0 && !isPending && refusal === null;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('neededTitle', { number: place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!isReady} onClick={close}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p className="mb-2.5">{t('neededLead')}</p>
      <FieldForm fields={shown} values={values} refusal={refusal} onSet={set} />
    </Dialog>
  );
}

function unsaid<F extends { readonly id: string; readonly isAsked: boolean }>(
  fields: readonly F[],
  values: Readonly<Record<string, unknown>>,
): readonly F[] {
  return fields.filter(({ id, isAsked }) => isAsked && values[id] === undefined);
}
