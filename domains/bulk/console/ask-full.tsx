import type { ReactElement } from 'react';
import { Button, Dialog, useWords } from '#platform/ui';
import { bulkWords } from './words.ts';

/** Somebody has no room for all that is chosen: how much they have, and handing it over all the same. */
export function AskFull(props: {
  /** Whose hands; nobody's name where they are the asker's own. */
  readonly name: string | undefined;
  readonly problem: { readonly more?: Readonly<Record<string, unknown>> | undefined };
  readonly handOver: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const { has, limit } = props.problem.more ?? {};
  const goOn = (): void => {
    props.onClose();
    props.handOver();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('askFull')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" autoFocus onClick={goOn}>
            {t('handOver')}
          </Button>
        </>
      }
    >
      <p dir="auto">{t('saysFull', { name: props.name ?? t('me'), has: Number(has), limit: Number(limit) })}</p>
    </Dialog>
  );
}
