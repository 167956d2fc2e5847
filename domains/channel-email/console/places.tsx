import { useQueryClient } from '@tanstack/react-query';
import { CircleSlash, SquarePen } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx, ErrorNote, Kbd, useAct, useCommand, useKeys, useNow, useWords, whenOf } from '#platform/ui';
import { type LedgerMail, leaveMail, MailId } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';
import { WhoWrote } from './take-in-button.tsx';
import { ledgerPaths, useTakeIn } from './use-take-in.ts';

/** Keys 1 to 4: its places first, then a conversation of its own, then leaving it aside. */
const keyLimit = 4;
const placeLimit = 2;

/** Where a parked mail can be put, each with its key (prototype v). */
export function Places(props: { readonly mail: LedgerMail }): ReactElement {
  const t = useWords(ledgerWords);
  const now = useNow();
  const client = useQueryClient();
  const { mail } = props;
  const taking = useTakeIn(mail);
  const leave = useAct(leaveMail);
  const setAside = (): void =>
    leave.mutate(
      { params: { id: MailId.parse(mail.id) } },
      { onSuccess: () => ledgerPaths.forEach((path) => void client.invalidateQueries({ queryKey: [path] })) },
    );
  const places = mail.places.slice(0, placeLimit).map((place) => ({
    id: place.conversationId,
    run: () => taking.take({ conversationId: place.conversationId }),
    shown: (
      <span className="min-w-0 flex-1 text-start leading-[18px]">
        <b className="block truncate font-semibold">
          <bdi>#{place.number}</bdi> <bdi>{place.subject}</bdi>
        </b>
        <span className="block truncate text-xs text-text-3">
          {t('lastMail', { state: t(place.isClosed ? 'isClosed' : 'isOpen'), when: whenOf(place.lastEntryAt, now) })}
        </span>
      </span>
    ),
  }));
  const own = {
    id: 'own',
    run: () => taking.take({ apart: true }),
    shown: <Plain Sign={SquarePen}>{t('newOne')}</Plain>,
  };
  const aside = { id: 'aside', run: setAside, shown: <Plain Sign={CircleSlash}>{t('leave')}</Plain> };
  const choices = [...places, own, ...(mail.can.includes('leave') ? [aside] : [])];
  return (
    <section aria-label={t('belongs')}>
      <h3 className="mb-[7px] text-xs font-semibold text-text-3">{t('belongs')}</h3>
      {leave.error && <ErrorNote title={leave.error.problem.title} detail={leave.error.problem.detail} />}
      <div className="flex flex-col gap-[7px]">
        {choices.slice(0, keyLimit).map((choice, place) => (
          <Choice key={choice.id} place={place + 1} run={choice.run} isBusy={taking.isPending || leave.isPending}>
            {choice.shown}
          </Choice>
        ))}
      </div>
      <WhoWrote taking={taking} />
    </section>
  );
}

function Choice(props: {
  readonly place: number;
  readonly run: () => void;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const id = `choice${props.place}`;
  const keys = useKeys(id);
  useCommand(id, props.run, !props.isBusy);
  return (
    <button
      type="button"
      onClick={props.run}
      disabled={props.isBusy}
      aria-keyshortcuts={keys || undefined}
      className={cx(
        'flex min-h-[38px] items-center gap-2 rounded-md border bg-surface px-3 py-1.5 hover:bg-hover disabled:opacity-55 max-phone:min-h-11',
        props.place === 1 ? 'border-brand inset-ring inset-ring-brand' : 'border-line-2',
      )}
    >
      {props.children}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}

function Plain(props: { readonly Sign: typeof SquarePen; readonly children: ReactNode }): ReactElement {
  const { Sign } = props;
  return (
    <span className="flex flex-1 items-center gap-2 font-control">
      <Sign aria-hidden="true" className="size-4" />
      {props.children}
    </span>
  );
}
