import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { handAskWords } from './hand-ask-words.ts';
import { useWords } from './i18n.ts';

/** Somebody's hands are full: how full, what else there is, and handing it, or all that is chosen, over all the same. */
export function HandAskDialog(props: {
  /** Whose hands; nobody's name where they are the asker's own. */
  readonly name: string | undefined;
  /** Many are handed over together. */
  readonly isMany?: boolean;
  readonly problem: { readonly more?: Readonly<Record<string, unknown>> | undefined };
  readonly handOver: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(handAskWords);
  const { name, isMany = false, handOver, onClose } = props;
  const says = name === undefined ? 'Me' : '';
  const many = isMany ? 'Many' : '';
  const { has, limit } = props.problem.more ?? {};
  const goOn = (): void => {
    onClose();
    handOver();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`title${says}${many}`)}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" autoFocus onClick={goOn}>
            {t(name === undefined ? `take${many}` : `handOver${many}`)}
          </Button>
        </>
      }
    >
      <p dir="auto" className="mb-1.5">
        {name === undefined
          ? t('saysMe', { has: Number(has), limit: Number(limit) })
          : t('says', { name, has: Number(has), limit: Number(limit) })}
      </p>
      {isMany && <p className="mb-1.5">{t('noRoom')}</p>}
      <p className="text-text-2">{t(`waits${many}`)}</p>
    </Dialog>
  );
}
