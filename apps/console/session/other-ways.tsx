import { KeyRound, LogIn } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Refusal, useAct, useWords } from '#platform/ui';
import { beginPasskeySignIn, signInWithPasskey } from '../routes.ts';
import { sessionWords } from './words.ts';

/** Ways in without a password: a passkey of this device, and the single sign-on of this server's workspace. */
export function OtherWays(props: {
  readonly ways: readonly { readonly name: string; readonly href: string }[];
  readonly onInside: () => void;
}): ReactElement {
  const t = useWords(sessionWords);
  const begin = useAct(beginPasskeySignIn);
  const enter = useAct(signInWithPasskey);
  const [isGivenUp, setGivenUp] = useState(false);
  const refused = begin.error ?? enter.error;
  const byPasskey = async (): Promise<void> => {
    setGivenUp(false);
    const { options } = await begin.mutateAsync({});
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never);
    const chosen = await navigator.credentials.get({ publicKey }).catch(() => null);
    if (chosen === null) return setGivenUp(true);
    await enter.mutateAsync({ body: { credential: { ...(chosen as PublicKeyCredential).toJSON() } } });
    props.onInside();
  };
  const hasPasskeys = isSecureContext && 'PublicKeyCredential' in globalThis;
  return (
    <>
      {(hasPasskeys || props.ways.length > 0) && (
        <p className="flex items-center gap-3 text-sm text-text-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t('orBy')}
        </p>
      )}
      {props.ways.map(({ name, href }) => (
        <a
          key={href}
          href={href}
          className="inline-flex h-11 items-center justify-center gap-1.5 rounded-md border border-line-2 px-[18px] font-control hover:bg-hover"
        >
          <LogIn className="size-4" />
          <bdi>{name}</bdi>
        </a>
      ))}
      {hasPasskeys && (
        <Button
          size="lg"
          className="justify-center"
          disabled={begin.isPending || enter.isPending}
          onClick={() =>
            void byPasskey().catch((error: unknown) => {
              // a refusal is shown below; only what is none is a mistake of ours
              if (!(error instanceof Refusal)) throw error;
            })
          }
        >
          <KeyRound className="size-4" />
          {t('byPasskey')}
        </Button>
      )}
      {(isGivenUp || refused) && (
        <p role="alert" className="text-danger-text">
          {refused?.isUnreachable ? t('unreachable') : (refused?.problem.title ?? t('noPasskeyChosen'))}
        </p>
      )}
    </>
  );
}
