import { KeyRound } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, EmptyState, Field, fullMomentOf, useNow, useWords, whenOf } from '#platform/ui';
import { addPasskey, beginPasskey, type MyAccess, removePasskey, renamePasskey } from '../contract.ts';
import { AddByPasskey } from './add-by-passkey.tsx';
import { AskPassword } from './ask-password.tsx';
import { mayHavePasskeys, makePasskey } from './make-passkey.ts';
import { Refused } from './refused.tsx';
import { Row, Rows, Section } from './section.tsx';
import { useAccessAct } from './use-access-act.ts';
import { useDone } from './use-done.tsx';
import { accessWords } from './words.ts';

type Passkey = MyAccess['passkeys'][number];

/** Passkeys: a device's own key in place of password and code. */
export function PasskeysPart(props: {
  readonly passkeys: readonly Passkey[];
  readonly hasPassword: boolean;
}): ReactElement {
  const t = useWords(accessWords);
  const done = useDone();
  const [isAdding, setAdding] = useState(false);
  const [isGivenUp, setGivenUp] = useState(false);
  const begin = useAccessAct(beginPasskey);
  const add = useAccessAct(addPasskey);
  const isPossible = mayHavePasskeys();
  const close = (): void => {
    setAdding(false);
    begin.reset();
    add.reset();
  };
  const withPassword = async (password: string): Promise<void> => {
    setGivenUp(false);
    const { options } = await begin.run({ body: { password } });
    await keep(await makePasskey(options));
  };
  const keep = async (credential: Record<string, unknown> | null): Promise<void> => {
    setGivenUp(credential === null);
    if (credential === null) return;
    await add.run({ body: { name: t('newPasskeyName', { number: props.passkeys.length + 1 }), credential } });
    close();
    done(t('passkeyAdded'));
  };
  return (
    <Section
      title={t('passkeys')}
      lead={t(isPossible ? 'passkeysLead' : 'passkeysNotHere')}
      side={
        isPossible &&
        (props.hasPassword || props.passkeys.length > 0) &&
        !isAdding && <Button onClick={() => setAdding(true)}>{t('addPasskey')}</Button>
      }
    >
      {isAdding && !props.hasPassword && <AddByPasskey refusal={add.refusal} onMade={keep} onCancel={close} />}
      {isAdding && props.hasPassword && (
        <AskPassword
          verb={t('addPasskey')}
          refusal={begin.refusal ?? add.refusal}
          onPassword={withPassword}
          onCancel={close}
        />
      )}
      {isGivenUp && (
        <p role="alert" className="text-danger-text">
          {t('passkeyNotMade')}
        </p>
      )}
      {props.passkeys.length === 0 && !isAdding && (
        <EmptyState title={t('noPasskeys')}>{t('noPasskeysHint')}</EmptyState>
      )}
      <Rows>
        {props.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
      </Rows>
    </Section>
  );
}

function PasskeyRow(props: { readonly passkey: Passkey }): ReactElement {
  const t = useWords(accessWords);
  const now = useNow();
  const done = useDone();
  const rename = useAccessAct(renamePasskey);
  const remove = useAccessAct(removePasskey);
  const [name, setName] = useState<string>();
  const { id, createdAt, lastUsedAt } = props.passkey;
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
        onClick={() => remove.go({ params: { id } }, () => done(t('passkeyRemoved')))}
      >
        {t('remove')}
      </Button>
      <Refused by={remove.refusal} />
    </Row>
  );
}
