import type { ReactElement } from 'react';
import { Button, Dialog, useWords } from '#platform/ui';
import { handAskWords } from './hand-ask-words.ts';

/** Somebody's hands are full: how full, what else there is, and handing it over all the same. */
export function HandAskDialog(props: {
  /** Whose hands; nobody's name where they are the asker's own. */
  readonly name: string | undefined;
  readonly problem: { readonly more?: Readonly<Record<string, unknown>> | undefined };
  readonly handOver: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(handAskWords);
  const { name, handOver, onClose } = props;
  const { has, limit } = props.problem.more ?? {};
  const goOn = (): void => {
    onClose();
    handOver();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(name === undefined ? 'titleMe' : 'title')}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" autoFocus onClick={goOn}>
            {t(name === undefined ? 'take' : 'handOver')}
          </Button>
        </>
      }
    >
      <p dir="auto" className="mb-1.5">
        {name === undefined
          ? t('saysMe', { has: Number(has), limit: Number(limit) })
          : t('says', { name, has: Number(has), limit: Number(limit) })}
      </p>
      <p className="text-text-2">{t('waits')}</p>
    </Dialog>
  );
}
