import type { ReactElement } from 'react';
import { AppLink, Button, Dialog, type ThreadPlace, useWords } from '#platform/ui';
import { closeAskWords } from './close-ask-words.ts';
import type { CloseAsked } from './opened.ts';

/** Something speaks against closing: what it is, and closing all the same. */
export function CloseAskDialog(props: {
  readonly place: ThreadPlace;
  readonly asked: CloseAsked;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(closeAskWords);
  const parts = (props.asked.problem.more?.['parts'] ?? []) as readonly {
    id: string;
    number: number;
    subject: string;
  }[];
  const goOn = (): void => {
    props.onClose();
    props.asked.retry({ closeAnyway: true });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('partsTitle', { number: props.place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" autoFocus onClick={goOn}>
            {t('closeAnyway')}
          </Button>
        </>
      }
    >
      <p className="mb-2">{t('partsLead')}</p>
      <ul className="flex flex-col gap-1">
        {parts.map((part) => (
          <li key={part.id}>
            <AppLink
              href={`/inbox/all/${part.id}`}
              label={`#${part.number} ${part.subject}`}
              current={false}
              className="inline-flex min-h-6 items-center font-medium text-brand-text"
            >
              <bdi>
                #{part.number} {part.subject}
              </bdi>
            </AppLink>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
