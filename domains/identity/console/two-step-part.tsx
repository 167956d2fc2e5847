import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Chip, Field, useWords } from '#platform/ui';
import { beginTwoStep, confirmTwoStep, endTwoStep, type MyAccess, renewRecoveryCodes } from '../contract.ts';
import { AskPassword } from './ask-password.tsx';
import { CodesNote } from './codes-note.tsx';
import { QrCode } from './qr-code.tsx';
import { Refused } from './refused.tsx';
import { Section } from './section.tsx';
import { useAccessAct } from './use-access-act.ts';
import { useDone } from './use-done.tsx';
import { accessWords } from './words.ts';

/** Recovery codes of which this few are left are worth a word. */
const fewCodes = 3;
type Doing = 'begin' | 'renew' | 'end' | null;

/** The second step: codes of an app, and recovery codes for a lost phone. Every change asks for the password. */
export function TwoStepPart(props: {
  readonly twoStep: MyAccess['twoStep'];
  readonly hasPassword: boolean;
}): ReactElement {
  const t = useWords(accessWords);
  const done = useDone();
  const { isOn, recoveryLeft } = props.twoStep;
  const [doing, setDoing] = useState<Doing>(null);
  const [made, setMade] = useState<{ uri: string; secret: string; recoveryCodes: readonly string[] }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useAccessAct(beginTwoStep);
  const renew = useAccessAct(renewRecoveryCodes);
  const end = useAccessAct(endTwoStep);
  const close = (): void => {
    setDoing(null);
    setMade(undefined);
    for (const act of [begin, renew, end]) act.reset();
  };
  const withPassword = async (password: string): Promise<void> => {
    if (doing === 'begin') setMade(await begin.run({ body: { password } }));
    else if (doing === 'renew') {
      setCodes((await renew.run({ body: { password } })).recoveryCodes);
      close();
    } else {
      await end.run({ body: { password } });
      setCodes(undefined);
      close();
      done(t('twoStepEnded'));
    }
  };
  const open = (next: Doing): void => {
    close();
    setCodes(undefined);
    setDoing(next);
  };
  return (
    <Section
      title={t('twoStep')}
      lead={t('twoStepLead')}
      side={
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone={isOn ? 'ok' : 'outline'}>{t(isOn ? 'on' : 'off')}</Chip>
          {!isOn && props.hasPassword && doing === null && (
            <Button onClick={() => open('begin')}>{t('setUpTwoStep')}</Button>
          )}
        </span>
      }
    >
      {isOn && (
        <div className="flex flex-wrap items-center gap-2">
          <p className={recoveryLeft <= fewCodes ? 'text-warn-text' : 'text-text-2'}>
            {t('codesLeft', { count: recoveryLeft })}
          </p>
          <Button size="sm" onClick={() => open('renew')}>
            {t('newCodes')}
          </Button>
          <Button size="sm" onClick={() => open('end')}>
            {t('endTwoStep')}
          </Button>
        </div>
      )}
      {doing !== null && !made && (
        <AskPassword
          key={doing}
          verb={t(({ begin: 'begin', renew: 'newCodes', end: 'endTwoStep' } as const)[doing])}
          refusal={begin.refusal ?? renew.refusal ?? end.refusal}
          onPassword={withPassword}
          onCancel={close}
        />
      )}
      {made && (
        <Confirm
          made={made}
          onDone={() => {
            setCodes(made.recoveryCodes);
            close();
            done(t('twoStepIsOn'));
          }}
          onCancel={close}
        />
      )}
      {codes && <CodesNote codes={codes} />}
    </Section>
  );
}

/** The key as a picture and in letters, then a first code that proves the app has it. */
function Confirm(props: {
  readonly made: { readonly uri: string; readonly secret: string };
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(accessWords);
  const confirm = useAccessAct(confirmTwoStep);
  const [code, setCode] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.go({ body: { code } }, props.onDone);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap gap-5">
      <QrCode text={props.made.uri} label={t('qrLabel')} />
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-3">
        <p>{t('scan')}</p>
        <p className="text-text-2">
          {t('byHand')}{' '}
          <code className="font-mono break-all text-text select-all">
            <bdi>{props.made.secret}</bdi>
          </code>
        </p>
        <Field
          label={t('firstCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Refused by={confirm.refusal} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={confirm.isBusy}>
            {t('confirm')}
          </Button>
          <Button look="ghost" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}
