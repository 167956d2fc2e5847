import { type ReactElement, useState } from 'react';
import { Button, Refusal, useAct, useWords } from '#platform/ui';
import { beginPasskeySignIn } from '../contract.ts';
import { showPasskey } from './make-passkey.ts';
import { Refused } from './refused.tsx';
import { accessWords } from './words.ts';

/** A passkey shown in place of a password that its owner does not have. */
export function ProveByPasskey(props: {
  readonly refusal: Refusal | null;
  readonly onShown: (credential: Record<string, unknown>) => Promise<void>;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(accessWords);
  const challenge = useAct(beginPasskeySignIn);
  const [isBusy, setBusy] = useState(false);
  const [isGivenUp, setGivenUp] = useState(false);
  const show = async (): Promise<void> => {
    const { options } = await challenge.mutateAsync({});
    const shown = await showPasskey(options);
    setGivenUp(shown === null);
    if (shown !== null) await props.onShown(shown);
  };
  const press = (): void => {
    setBusy(true);
    void show()
      .catch((error: unknown) => {
        // a refusal is shown below; only what is none is a mistake of ours
        if (!(error instanceof Refusal)) throw error;
      })
      .finally(() => setBusy(false));
  };
  return (
    <div className="flex flex-col gap-3">
      <p>{t('showPasskeyToRemove')}</p>
      <Refused by={challenge.error ?? props.refusal} />
      {isGivenUp && (
        <p role="alert" className="text-danger-text">
          {t('passkeyNotShown')}
        </p>
      )}
      <div className="flex gap-2">
        <Button look="primary" autoFocus disabled={isBusy} onClick={press}>
          {t('showPasskey')}
        </Button>
        <Button look="ghost" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
