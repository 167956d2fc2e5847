import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct, useGo } from '#platform/ui';
import { getLedgerMail, getLedgerSummary, type LedgerRow, listLedger, MailId, recoverMail } from '../contract.ts';

/** Where a parked mail is to be put; its signs decide where nothing is said. */
export interface Where {
  readonly address?: string;
  readonly conversationId?: string;
  readonly apart?: boolean;
}

/** A parked mail being taken in; leads to its conversation, or asks who wrote it. */
export interface TakeIn {
  readonly take: (where: Where) => void;
  readonly isPending: boolean;
  readonly isAsking: boolean;
  readonly refused:
    | { readonly title: string; readonly detail?: string | undefined; readonly help?: string | undefined }
    | undefined;
  readonly stop: () => void;
}

/** What is fetched again once the ledger changed. */
export const ledgerPaths = [listLedger.path, getLedgerMail.path, getLedgerSummary.path];

/** Takes a mail in and goes where it went. */
export function useTakeIn(row: LedgerRow): TakeIn {
  const go = useGo();
  const client = useQueryClient();
  const recover = useAct(recoverMail);
  const [asked, setAsked] = useState<Where>();
  const take = (where: Where): void => {
    const all = { ...asked, ...where };
    if (row.from === null && all.address === undefined) return setAsked(all);
    recover.mutate(
      { params: { id: MailId.parse(row.id) }, body: all },
      {
        onSuccess: ({ conversationId }) => {
          setAsked(undefined);
          for (const path of ledgerPaths) void client.invalidateQueries({ queryKey: [path] });
          go(`/inbox/all/${conversationId}`);
        },
        onError: () => setAsked(all),
      },
    );
  };
  return {
    take,
    isPending: recover.isPending,
    isAsking: asked !== undefined,
    refused: recover.error?.problem,
    stop: () => setAsked(undefined),
  };
}
