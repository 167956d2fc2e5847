import { type ReactElement, useState } from 'react';
import { Button, EmptyState, useWords } from '#platform/ui';
import { addPasskey, beginPasskey, type MyAccess } from '../contract.ts';
import { AddByPasskey } from './add-by-passkey.tsx';
import { AskPassword } from './ask-password.tsx';
import { mayHavePasskeys, makePasskey } from './make-passkey.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { Rows, Section } from './section.tsx';
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
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            hasPassword={props.hasPassword}
            isOnlyWayIn={!props.hasPassword && props.passkeys.length === 1}
          />
        ))}
      </Rows>
    </Section>
  );
}
