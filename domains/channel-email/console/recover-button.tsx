import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button, Dialog, ErrorNote, Field, useAct, useGo, useWords } from '#platform/ui';
import { getLedgerMail, type LedgerRow, listLedger, MailId, recoverMail } from '../contract.ts';
import { mailWords } from './words.ts';

/** Takes a parked mail in with one press. Where it names nobody who wrote it, that is asked for. */
export function RecoverButton(props: { readonly row: LedgerRow; readonly large?: boolean }): ReactElement {
  const t = useWords(mailWords);
  const go = useGo();
  const client = useQueryClient();
  const { row } = props;
  const [isAsking, setAsking] = useState(false);
  const [address, setAddress] = useState('');
  const recover = useAct(recoverMail);
  const start = (who: { readonly address?: string }): void =>
    recover.mutate(
      { params: { id: MailId.parse(row.id) }, body: who },
      {
        onSuccess: ({ conversationId }) => {
          setAsking(false);
          for (const route of [listLedger, getLedgerMail]) void client.invalidateQueries({ queryKey: [route.path] });
          go(`/inbox/all/${conversationId}`);
        },
        onError: () => setAsking(true),
      },
    );
  return (
    <>
      <Button
        size={props.large ? 'md' : 'sm'}
        look="primary"
        disabled={recover.isPending}
        aria-label={t('recoverOne', { subject: row.subject || t('noSubject') })}
        onClick={() => (row.from === null ? setAsking(true) : start({}))}
      >
        {t('recover')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('recoverWho')}
        foot={
          <Button
            look="primary"
            disabled={address.trim() === '' || recover.isPending}
            onClick={() => start({ address: address.trim() })}
          >
            {t('recover')}
          </Button>
        }
      >
        {recover.error && <ErrorNote title={recover.error.problem.title} detail={recover.error.problem.detail} />}
        <Field
          label={t('from')}
          type="email"
          hint={t('recoverWhoHint')}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Dialog>
    </>
  );
}
