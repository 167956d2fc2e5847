import { type ReactElement, useState } from 'react';
import { Button, Refusal, useAct, useWords } from '#platform/ui';
import { beginPasskey, beginPasskeySignIn } from '../contract.ts';
import { makePasskey, showPasskey } from './make-passkey.ts';
import { Refused } from './refused.tsx';
import { accessWords } from './words.ts';

type Shape = Readonly<Record<string, unknown>>;

/**
 * A further passkey for who has no password: one that is there is shown in its place, then the new one is made. Two
 * presses, as a browser wants one for each time a device is asked.
 */
export function AddByPasskey(props: {
  readonly refusal: Refusal | null;
  /** The new one, or null where the device made or showed none. */
  readonly onMade: (credential: Record<string, unknown> | null) => Promise<void>;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(accessWords);
  const challenge = useAct(beginPasskeySignIn);
  const begin = useAct(beginPasskey);
  const [offered, setOffered] = useState<Shape>();
  const [isBusy, setBusy] = useState(false);
  const show = async (): Promise<void> => {
    const asked = await challenge.mutateAsync({});
    const passkey = await showPasskey(asked.options);
    if (passkey === null) return props.onMade(null);
    setOffered((await begin.mutateAsync({ body: { credential: passkey } })).options);
  };
  const press = (act: () => Promise<void>) => (): void => {
    setBusy(true);
    void act()
      .catch((error: unknown) => {
        // a refusal is shown below; only what is none is a mistake of ours
        if (!(error instanceof Refusal)) throw error;
      })
      .finally(() => setBusy(false));
  };
  const make = async (): Promise<void> => props.onMade(await makePasskey(offered ?? {}));
  return (
    <div className="flex flex-col gap-3">
      <p>{t(offered ? 'nowTheNewOne' : 'showPasskeyLead')}</p>
      <Refused by={challenge.error ?? begin.error ?? props.refusal} />
      <div className="flex gap-2">
        <Button
          look="primary"
          autoFocus
          key={offered ? 'make' : 'show'}
          disabled={isBusy}
          onClick={press(offered ? make : show)}
        >
          {t(offered ? 'makeNewOne' : 'showPasskey')}
        </Button>
        <Button look="ghost" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
