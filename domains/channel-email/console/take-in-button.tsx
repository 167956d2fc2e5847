import { type ReactElement, useState } from 'react';
import { Button, Dialog, ErrorNote, Field, useWords } from '#platform/ui';
import type { LedgerRow } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';
import { type TakeIn, useTakeIn } from './use-take-in.ts';

/** Takes a parked mail in with one press; where it fits several places, opens it so that one is chosen. */
export function TakeInButton(props: { readonly row: LedgerRow; readonly onChoose: () => void }): ReactElement {
  const t = useWords(ledgerWords);
  const { row } = props;
  const taking = useTakeIn(row);
  const subject = row.subject || t('noSubject');
  if (row.fits > 1) {
    return (
      <Button size="sm" look="primary" aria-label={t('chooseOne', { subject })} onClick={props.onChoose}>
        {t('choose')}
      </Button>
    );
  }
  return (
    <>
      <Button
        size="sm"
        disabled={taking.isPending}
        aria-label={t('takeInOne', { subject })}
        onClick={() => taking.take({})}
      >
        {t('takeIn')}
      </Button>
      <WhoWrote taking={taking} />
    </>
  );
}

/** Asks who wrote a mail that names nobody, and says what stood in the way. */
export function WhoWrote(props: { readonly taking: TakeIn }): ReactElement {
  const t = useWords(ledgerWords);
  const { taking } = props;
  const [address, setAddress] = useState('');
  return (
    <Dialog
      open={taking.isAsking}
      onClose={taking.stop}
      title={t('who')}
      foot={
        <Button
          look="primary"
          disabled={address.trim() === '' || taking.isPending}
          onClick={() => taking.take({ address: address.trim() })}
        >
          {t('takeIn')}
        </Button>
      }
    >
      {taking.refused && (
        <ErrorNote title={taking.refused.title} detail={taking.refused.detail ?? taking.refused.help} />
      )}
      <Field
        label={t('from')}
        type="email"
        hint={t('whoHint')}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
    </Dialog>
  );
}
