import { useQueryClient } from '@tanstack/react-query';
import { BellOff, DoorOpen, Route } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, Menu, useAct, useWords } from '#platform/ui';
import { type LedgerMail, listHeldAddresses, listMailRules, MailId, makeMailRule } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';

/** "Always do this": what is decided of this mail, for every next one of its sender or list. */
export function AlwaysMenu(props: { readonly mail: LedgerMail }): ReactElement | null {
  const t = useWords(ledgerWords);
  const client = useQueryClient();
  const { mail } = props;
  const make = useAct(makeMailRule);
  const say = (of: 'sender' | 'list', act: 'let-through' | 'never') => (): void =>
    make.mutate(
      { params: { id: MailId.parse(mail.id) }, body: { of, act } },
      {
        onSuccess: () => {
          for (const route of [listMailRules, listHeldAddresses])
            void client.invalidateQueries({ queryKey: [route.path] });
        },
      },
    );
  const ofSender =
    mail.from === null
      ? []
      : [
          {
            id: 'through-sender',
            icon: <DoorOpen />,
            label: t('throughSender', { who: mail.from }),
            run: say('sender', 'let-through'),
          },
          {
            id: 'never-sender',
            icon: <BellOff />,
            label: t('neverSender', { who: mail.from }),
            run: say('sender', 'never'),
          },
        ];
  const ofList =
    mail.list === null
      ? []
      : [
          {
            id: 'through-list',
            icon: <DoorOpen />,
            label: t('throughList', { who: mail.list }),
            run: say('list', 'let-through'),
          },
          { id: 'never-list', icon: <BellOff />, label: t('neverList', { who: mail.list }), run: say('list', 'never') },
        ];
  const items = [...ofSender, ...ofList];
  if (items.length === 0 || !mail.mayRule) return null;
  return (
    <>
      <Menu
        label={t('alwaysDoThis')}
        trigger={
          <Button className="justify-center" disabled={make.isPending}>
            <Route className="size-4" />
            {t('alwaysDoThis')}
          </Button>
        }
        items={items}
      />
      <div role="status" className="col-span-2 text-text-2 empty:hidden">
        {make.isSuccess && t('ruleMade')}
      </div>
      {make.error && (
        <div className="col-span-2">
          <ErrorNote title={make.error.problem.title} detail={make.error.problem.detail ?? make.error.problem.help} />
        </div>
      )}
    </>
  );
}
