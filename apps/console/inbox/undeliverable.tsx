import { useQueryClient } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, dateOf, ErrorNote, useAct, useView, useWords, words } from '#platform/ui';
import { liftUndeliverable, listUndeliverable } from '../routes.ts';

export const undeliverableWords = words('undeliverable', {
  says: 'Mail to {{address}} has come back since {{when}}: what you send will most likely not arrive.',
  lift: 'Try it again',
});

/** Which of these addresses are known to take no mail: told before anything is sent, with the way to trust them again. */
export function Undeliverable(props: {
  readonly brandId: string;
  readonly addresses: readonly string[];
}): ReactElement | null {
  const t = useWords(undeliverableWords);
  const client = useQueryClient();
  const addresses = [...new Set(props.addresses.map((one) => one.toLowerCase()))].toSorted().join(',');
  const { data } = useView(
    listUndeliverable,
    { query: { brandId: props.brandId as never, addresses } },
    { enabled: addresses !== '' },
  );
  const lift = useAct(liftUndeliverable);
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <div role="status" className="flex flex-col gap-1 bg-warn-soft px-3.5 py-1.5 text-xs text-warn-text">
      {data.rows.map((row) => (
        <div key={row.identityId} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <MailX className="size-3.5 flex-none" aria-hidden="true" />
          <span className="min-w-40 flex-1">
            {/* an address has no spaces to break at */}
            <bdi className="break-words">{t('says', { address: row.address, when: dateOf(row.since) })}</bdi>
          </span>
          {row.can.includes('lift') && (
            <Button
              size="xs"
              disabled={lift.isPending}
              onClick={() =>
                lift.mutate(
                  { params: { id: row.identityId } },
                  { onSuccess: () => void client.invalidateQueries({ queryKey: [listUndeliverable.path] }) },
                )
              }
            >
              {t('lift')}
            </Button>
          )}
        </div>
      ))}
      {lift.error && <ErrorNote title={lift.error.problem.title} detail={lift.error.problem.help} />}
    </div>
  );
}
