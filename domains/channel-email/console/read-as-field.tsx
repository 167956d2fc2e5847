import { useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, SelectField, useAct, useWords } from '#platform/ui';
import { type LedgerMail, MailId, readCharsets, readMailAs } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';
import { ledgerPaths } from './use-take-in.ts';

/** Letters that are wrong: the mail is read again in another charset, here and in its conversation; one press takes it back. */
export function ReadAsField(props: { readonly mail: LedgerMail }): ReactElement | null {
  const t = useWords(ledgerWords);
  const client = useQueryClient();
  const read = useAct(readMailAs);
  const { mail } = props;
  if (!mail.mayRead) return null;
  const choose = (charset: (typeof readCharsets)[number] | null): void =>
    read.mutate(
      { params: { id: MailId.parse(mail.id) }, body: { charset } },
      { onSuccess: () => ledgerPaths.forEach((path) => void client.invalidateQueries({ queryKey: [path] })) },
    );
  const asItSays = '';
  return (
    <details open={mail.readAs !== null || undefined}>
      <summary className="cursor-pointer text-xs font-semibold text-text-3 max-phone:py-2.5">
        {t('wrongLetters')}
      </summary>
      <div className="mt-1.5 flex flex-col gap-2">
        <SelectField
          label={t('readAs')}
          value={mail.readAs ?? asItSays}
          options={[
            { id: asItSays, label: t('asItSays') },
            ...readCharsets.map((charset) => ({ id: charset, label: charset.toUpperCase() })),
          ]}
          onChoose={(id) => choose(readCharsets.find((charset) => charset === id) ?? null)}
        />
        <div role="status" className="flex items-center gap-2 text-xs text-text-2">
          {mail.readAs !== null && (
            <>
              {t('isReadAs', { charset: mail.readAs.toUpperCase() })}
              <Button size="xs" disabled={read.isPending} onClick={() => choose(null)}>
                <Undo2 className="turns size-3.5" />
                {t('undo')}
              </Button>
            </>
          )}
        </div>
        {read.error && <ErrorNote title={read.error.problem.title} detail={read.error.problem.help} />}
      </div>
    </details>
  );
}
