import { KeyRound } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Field, fullMomentOf, useNow, useWords, whenOf } from '#platform/ui';
import { type MyAccess, removePasskey, renamePasskey } from '../contract.ts';
import { AskPassword } from './ask-password.tsx';
import { ProveByPasskey } from './prove-by-passkey.tsx';
import { Refused } from './refused.tsx';
import { Row } from './section.tsx';
import { useAccessAct } from './use-access-act.ts';
import { useDone } from './use-done.tsx';
import { accessWords } from './words.ts';

interface Proof {
  readonly password?: string;
  readonly credential?: Record<string, unknown>;
}

/** One passkey, with its name and its end; what removes it asks for the password, or for a passkey of who has none. */
export function PasskeyRow(props: {
  readonly passkey: MyAccess['passkeys'][number];
  readonly hasPassword: boolean;
  /** It stays: the server says so, and nothing is asked first. */
  readonly isOnlyWayIn: boolean;
}): ReactElement {
  const t = useWords(accessWords);
  const now = useNow();
  const done = useDone();
  const rename = useAccessAct(renamePasskey);
  const remove = useAccessAct(removePasskey);
  const [name, setName] = useState<string>();
  const [isEnding, setEnding] = useState(false);
  const { id, createdAt, lastUsedAt } = props.passkey;
  const end = async (proof: Proof): Promise<void> => {
    await remove.run({ params: { id }, body: proof });
    done(t('passkeyRemoved'));
  };
  const close = (): void => {
    setEnding(false);
    remove.reset();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    rename.go({ params: { id }, body: { name: name ?? '' } }, () => setName(undefined));
  };
  if (name !== undefined)
    return (
      <li className="border-t border-line py-2 first:border-t-0">
        <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-2">
          <Field
            label={t('passkeyName')}
            required
            maxLength={80}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" look="primary" disabled={rename.isBusy}>
            {t('save')}
          </Button>
          <Button look="ghost" onClick={() => setName(undefined)}>
            {t('cancel')}
          </Button>
        </form>
        <Refused by={rename.refusal} />
      </li>
    );
  return (
    <Row
      title={
        <>
          <KeyRound className="size-4 text-text-3" aria-hidden="true" />
          <bdi>{props.passkey.name}</bdi>
        </>
      }
      facts={
        <>
          {t('addedOn')} <time title={fullMomentOf(createdAt)}>{whenOf(createdAt, now)}</time>
          {', '}
          {lastUsedAt === null ? t('neverUsed') : `${t('usedOn')} ${whenOf(lastUsedAt, now)}`}
        </>
      }
    >
      <Button
        size="sm"
        aria-label={t('renameOne', { name: props.passkey.name })}
        onClick={() => setName(props.passkey.name)}
      >
        {t('rename')}
      </Button>
      <Button
        size="sm"
        aria-label={t('removeOne', { name: props.passkey.name })}
        disabled={remove.isBusy}
        onClick={() => (props.isOnlyWayIn ? remove.go({ params: { id }, body: {} }) : setEnding(true))}
      >
        {t('remove')}
      </Button>
      {isEnding ? (
        <div className="basis-full pb-1">
          {props.hasPassword ? (
            <AskPassword
              verb={t('removeOne', { name: props.passkey.name })}
              refusal={remove.refusal}
              onPassword={(password) => end({ password })}
              onCancel={close}
            />
          ) : (
            <ProveByPasskey refusal={remove.refusal} onShown={(credential) => end({ credential })} onCancel={close} />
          )}
        </div>
      ) : (
        <Refused by={remove.refusal} />
      )}
    </Row>
  );
}
