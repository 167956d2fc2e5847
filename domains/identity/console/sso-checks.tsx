import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, useAct, useWords } from '#platform/ui';
import { type SsoConnectionView, trySso } from '../contract.ts';
import { Refused } from './refused.tsx';
import { type SsoDraft, secretOf } from './sso-draft.ts';
import { ssoWords } from './sso-words.ts';

const looks = {
  good: { Sign: CircleCheck, tone: 'text-success-text' },
  bad: { Sign: CircleAlert, tone: 'text-danger-text' },
  unknown: { Sign: CircleDashed, tone: 'text-text-3' },
} as const;

/** Tries what is typed, before it is saved, and says in words what works and what does not. */
export function SsoChecks(props: {
  readonly id: string;
  readonly draft: SsoDraft;
  readonly there: SsoConnectionView | null;
}): ReactElement {
  const t = useWords(ssoWords);
  const attempt = useAct(trySso);
  const { id, draft, there } = props;
  const { issuer, clientId } = draft;
  const go = (): void =>
    attempt.mutate({ body: { id: id as never, issuer, clientId, ...secretOf(draft.clientSecret, there) } });
  return (
    <div className="flex flex-col gap-2">
      <Button className="self-start" disabled={attempt.isPending || issuer === '' || clientId === ''} onClick={go}>
        {t(attempt.isPending ? 'testing' : 'test')}
      </Button>
      <Refused by={attempt.error} />
      <div role="status">
        <ul className="flex flex-col gap-1.5">
          {attempt.data?.checks.map(({ what, state, says }) => {
            const { Sign, tone } = looks[state];
            return (
              <li key={what} className="grid grid-cols-[18px_1fr] gap-x-2">
                <Sign className={`mt-0.5 size-4 ${tone}`} aria-hidden="true" />
                <span>
                  <b className={`font-semibold ${tone}`}>
                    {t(`check_${what}`)}: {t(`state_${state}`)}.
                  </b>{' '}
                  <span dir="auto">{says}</span>
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
