import { Laptop } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Chip, fullMomentOf, useNow, useWords, whenOf } from '#platform/ui';
import { endOtherSessions, endSession, type SessionRow } from '../contract.ts';
import { Refused } from './refused.tsx';
import { Row, Rows, Section } from './section.tsx';
import { useAccessAct } from './use-access-act.ts';
import { useDone } from './use-done.tsx';
import { accessWords } from './words.ts';

/** Where I am signed in, each to be ended. */
export function SessionsPart(props: { readonly sessions: readonly SessionRow[] }): ReactElement {
  const t = useWords(accessWords);
  const done = useDone();
  const end = useAccessAct(endSession);
  const endOthers = useAccessAct(endOtherSessions);
  const others = props.sessions.filter(({ isThis }) => !isThis);
  return (
    <Section
      title={t('sessions')}
      lead={t('sessionsLead')}
      side={
        others.length > 0 && (
          <Button disabled={endOthers.isBusy} onClick={() => endOthers.go({}, () => done(t('othersEnded')))}>
            {t('endOthers')}
          </Button>
        )
      }
    >
      <SessionRows
        sessions={props.sessions}
        onEnd={(id) => end.go({ params: { id } }, () => done(t('sessionEnded')))}
        isBusy={end.isBusy}
      />
      <Refused by={end.refusal ?? endOthers.refusal} />
    </Section>
  );
}

/** Sessions as rows: the device, where from, when last seen. */
export function SessionRows(props: {
  readonly sessions: readonly SessionRow[];
  readonly onEnd?: (id: string) => void;
  readonly isBusy?: boolean;
}): ReactElement {
  const t = useWords(accessWords);
  const now = useNow();
  return (
    <Rows>
      {props.sessions.map((session) => (
        <Row
          key={session.id}
          title={
            <>
              <Laptop className="size-4 text-text-3" aria-hidden="true" />
              {session.device}
              {session.isThis && <Chip tone="brand">{t('thisOne')}</Chip>}
            </>
          }
          facts={
            <>
              {session.from !== '' && (
                <>
                  <bdi>{session.from}</bdi>
                  {', '}
                </>
              )}
              {t('signedInOn')} <time title={fullMomentOf(session.since)}>{whenOf(session.since, now)}</time>
              {', '}
              {t('seenOn')} <time title={fullMomentOf(session.lastSeenAt)}>{whenOf(session.lastSeenAt, now)}</time>
            </>
          }
        >
          {!session.isThis && props.onEnd && (
            <Button
              size="sm"
              aria-label={t('endOne', { device: session.device })}
              disabled={props.isBusy}
              onClick={() => props.onEnd?.(session.id)}
            >
              {t('end')}
            </Button>
          )}
        </Row>
      ))}
    </Rows>
  );
}
