import { KeyRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button, useAct, useWords } from '#platform/ui';
import { beginPasskeySignIn, signInWithPasskey } from '../routes.ts';
import { sessionWords } from './words.ts';

/** One press and the device asks for its person; not shown where the browser knows no passkeys. */
export function PasskeyButton(props: { readonly onInside: () => void }): ReactElement | null {
  const t = useWords(sessionWords);
  const begin = useAct(beginPasskeySignIn);
  const enter = useAct(signInWithPasskey);
  const [isRefused, setRefused] = useState(false);
  if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential))
    return null;
  const signIn = async (): Promise<void> => {
    setRefused(false);
    try {
      const { options } = await begin.mutateAsync({});
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never);
      const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
      if (!credential) throw new Error('none');
      await enter.mutateAsync({ body: { credential: credential.toJSON() as never } });
      props.onInside();
    } catch {
      // the person closed the browser's question, or the key is not known here: both are said the same way
      setRefused(true);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <Button size="lg" className="justify-center" onClick={() => void signIn()}>
        <KeyRound />
        {t('passkey')}
      </Button>
      {isRefused && (
        <p role="alert" className="text-danger-text">
          {t('passkeyFailed')}
        </p>
      )}
    </div>
  );
}
