import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { Button, useAct, useView, useWords, viewKey, words } from '#platform/ui';
import { hideSender, listShownSenders, showSender } from '../routes.ts';
import { estimateHeight } from './estimate-height.ts';
import { inboxWords } from './words.ts';

/** Higher than this a mail is shown only when it is asked for whole. */
const foldedPx = 420;
const highestPx = 8000;

/**
 * A mail as it was written, in a frame that has no origin and runs nothing. Nobody can look into such a frame, so its
 * height is estimated from the markup; where the estimate is short, the frame scrolls by itself and nothing is lost.
 */
export function MailFrame(props: {
  readonly entryId: string;
  readonly name: string;
  /** Whose mail it is, where pictures of theirs may always be shown; absent where it is not proven or not theirs. */
  readonly customerId?: string | undefined;
  /** Stands here until the body is there, and where it cannot be had. */
  readonly text: ReactElement;
}): ReactElement {
  const t = useWords(inboxWords);
  const r = useWords(remoteWords);
  const [isAsked, setAsked] = useState(false);
  const always = useShownSender(props.customerId);
  const images = isAsked || always.isShown ? 'shown' : 'blocked';
  const [isWhole, setWhole] = useState(false);
  const address = `/api/entries/${props.entryId}/body?${new URLSearchParams({ images, foldedAs: t('quotedRest') })}`;
  const body = useQuery({
    queryKey: ['/api/entries/:id/body', address],
    queryFn: ({ signal }) => bodyOf(address, signal),
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  const [box, widthPx] = useWidth();
  if (body.data === undefined) return <div ref={box}>{props.text}</div>;
  const wantedPx = Math.min(highestPx, estimateHeight(body.data, widthPx));
  const isFolded = wantedPx > foldedPx && !isWhole;
  const hasRemote = body.data.includes('data-remote-src=');
  return (
    <div ref={box}>
      <iframe
        title={t('mailOf', { name: props.name })}
        src={address}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="lazy"
        className="block w-full rounded-md border border-line bg-white px-2.5 py-2 [color-scheme:light]"
        style={{ height: isFolded ? foldedPx : wantedPx }}
      />
      {(isFolded || hasRemote || (isAsked && always.set) || always.isShown) && (
        <div className="mt-1 flex flex-wrap gap-1.5">
          {isFolded && (
            <Button size="xs" onClick={() => setWhole(true)}>
              {t('showAll')}
            </Button>
          )}
          {hasRemote && (
            <Button size="xs" title={t('remoteHint')} onClick={() => setAsked(true)}>
              {t('showRemote')}
            </Button>
          )}
          {always.set && !always.isShown && (hasRemote || isAsked) && (
            <Button size="xs" onClick={() => always.set?.(true)}>
              {r('always', { name: props.name })}
            </Button>
          )}
          {always.isShown && (
            <Button size="xs" look="ghost" onClick={() => (always.set?.(false), setAsked(false))}>
              {r('askAgain', { name: props.name })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

export const remoteWords = words('remote-pictures', {
  always: 'Always show those of {{name}}',
  askAgain: 'Pictures of {{name}} are always shown: ask again',
});

/** Whether pictures of a sender are always shown to me, and how I change it. */
function useShownSender(customerId: string | undefined) {
  const client = useQueryClient();
  const { data } = useView(listShownSenders, {}, { enabled: customerId !== undefined });
  const show = useAct(showSender);
  const hide = useAct(hideSender);
  if (customerId === undefined) return { isShown: false };
  const id = customerId as never;
  const onSuccess = (next: { readonly customerIds: readonly string[] }): void => {
    client.setQueryData(viewKey(listShownSenders), next);
  };
  return {
    isShown: data?.customerIds.includes(customerId) ?? false,
    set: (isShown: boolean): void => (isShown ? show : hide).mutate({ params: { id } }, { onSuccess }),
  };
}

/** The cleaned body of a message as a whole page. */
export async function bodyOf(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { headers: { 'x-rapport': 'console' }, signal });
  if (!response.ok) throw new Error(`The body could not be read (${response.status}).`);
  return response.text();
}

const usualWidthPx = 480;

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [widthPx, setWidth] = useState(usualWidthPx);
  useLayoutEffect(() => {
    if (box.current !== null && box.current.clientWidth > 0) setWidth(box.current.clientWidth);
  }, []);
  return [box, widthPx] as const;
}
