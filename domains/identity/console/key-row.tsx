import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button, Chip, Dialog, fullMomentOf, useAct, useNow, useWords, whenOf } from '#platform/ui';
import { type ApiKeyView, listApiKeys, revokeApiKey } from '../contract.ts';
import { keyWords } from './key-words.ts';
import { Refused } from './refused.tsx';
import { Row } from './section.tsx';

/** One key: whose it is, what it may, when it was used; ended at once by who may. */
export function KeyRow(props: { readonly row: ApiKeyView }): ReactElement {
  const t = useWords(keyWords);
  const now = useNow();
  const client = useQueryClient();
  const revoke = useAct(revokeApiKey);
  const [isAsked, setAsked] = useState(false);
  const { row } = props;
  const isOver = row.expiresAt !== null && Date.parse(row.expiresAt) <= now;
  const end = (): void =>
    revoke.mutate(
      { params: { id: row.id } },
      {
        onSuccess: () => {
          setAsked(false);
          void client.invalidateQueries({ queryKey: [listApiKeys.path] });
        },
      },
    );
  return (
    <Row
      title={
        <>
          <bdi>{row.name}</bdi>
          <code className="font-mono text-xs font-normal text-text-3">{row.prefix}…</code>
          {row.teammate === null && <Chip>{t('service')}</Chip>}
          {row.revokedAt !== null && <Chip tone="bad">{t('revoked')}</Chip>}
          {row.revokedAt === null && row.isLeft && <Chip tone="warn">{t('left')}</Chip>}
          {row.revokedAt === null && isOver && <Chip tone="warn">{t('ended')}</Chip>}
        </>
      }
      facts={<Facts row={row} />}
    >
      {row.can.includes('revoke') && (
        <Button size="sm" aria-label={t('revokeOne', { name: row.name })} onClick={() => setAsked(true)}>
          {t('revoke')}
        </Button>
      )}
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={t('revoke')}
        foot={
          <>
            <Button onClick={() => setAsked(false)}>{t('keep')}</Button>
            <Button look="danger" disabled={revoke.isPending} onClick={end}>
              {t('revoke')}
            </Button>
          </>
        }
      >
        <p>{t('revokeSure', { name: row.name })}</p>
        <Refused by={revoke.error} />
      </Dialog>
    </Row>
  );
}

function Facts(props: { readonly row: ApiKeyView }): ReactElement {
  const t = useWords(keyWords);
  const now = useNow();
  const { teammate, permissions, createdAt, lastUsedAt, expiresAt } = props.row;
  const names = Object.keys(permissions);
  return (
    <>
      {teammate && (
        <>
          <bdi>{teammate.name}</bdi>
          {', '}
        </>
      )}
      <span title={names.join(', ')}>{t('chosen', { count: names.length })}</span>
      {', '}
      {t('madeOn')} <time title={fullMomentOf(createdAt)}>{whenOf(createdAt, now)}</time>
      {', '}
      {lastUsedAt === null ? (
        t('neverUsed')
      ) : (
        <>
          {t('usedOn')} <time title={fullMomentOf(lastUsedAt)}>{whenOf(lastUsedAt, now)}</time>
        </>
      )}
      {expiresAt !== null && (
        <>
          {', '}
          {t('endsOn')} <time title={fullMomentOf(expiresAt)}>{whenOf(expiresAt, now)}</time>
        </>
      )}
    </>
  );
}
