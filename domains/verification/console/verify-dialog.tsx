import { type ReactElement, useState } from 'react';
import { getConversation } from '#domains/conversations/contract';
import { Button, Dialog, ErrorNote, Field, newId, SelectField, useAct, useView, useWords } from '#platform/ui';
import { type VerificationWay, verify } from '../contract.ts';
import { useVerificationsChanged } from './use-changed.ts';
import { verificationWords } from './words.ts';

/** Says what to ask, and takes down whether it was answered right; the answers themselves are nowhere. */
export function VerifyDialog(props: {
  readonly conversationId: string;
  readonly ways: readonly VerificationWay[];
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(verificationWords);
  const { conversationId, ways } = props;
  const conversation = useView(getConversation, { params: { id: conversationId } } as never).data;
  const [id] = useState(newId);
  const [chosen, setChosen] = useState(ways[0]?.id ?? '');
  const [typed, setTyped] = useState<string>();
  const act = useAct(verify);
  const changed = useVerificationsChanged();
  const way = ways.find((one) => one.id === chosen) ?? ways[0];
  const whom = typed ?? conversation?.customer.name ?? '';
  const isWhole = way !== undefined && whom.trim() !== '' && !act.isPending;
  const say = (passed: boolean): void => {
    if (!isWhole) return;
    const onSuccess = (): void => {
      changed();
      props.onClose();
    };
    act.mutate({ params: { conversationId } as never, body: { id, wayId: way.id, whom, passed } }, { onSuccess });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('dialogTitle', { number: conversation?.number ?? '' })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button disabled={!isWhole} onClick={() => say(false)}>
            {t('notPassed')}
          </Button>
          <Button look="primary" disabled={!isWhole} onClick={() => say(true)}>
            {t('passed')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field
          label={t('whom')}
          autoFocus
          dir="auto"
          maxLength={160}
          value={whom}
          onChange={(event) => setTyped(event.target.value)}
        />
        {ways.length > 1 && (
          <SelectField
            label={t('way')}
            value={chosen}
            options={ways.map((one) => ({ id: one.id, label: one.name }))}
            onChoose={setChosen}
          />
        )}
        <section aria-label={t('asks')}>
          <h3 className="text-xs font-semibold text-text-2">{t('asks')}</h3>
          <ol className="flex list-decimal flex-col gap-1 ps-5">
            {way?.asks.map((ask) => (
              <li key={ask} dir="auto">
                {ask}
              </li>
            ))}
          </ol>
        </section>
        <p dir="auto">
          {t('allows')}: {way?.allows}
        </p>
        <p className="text-text-3">{t('notKept')}</p>
        {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      </div>
    </Dialog>
  );
}
