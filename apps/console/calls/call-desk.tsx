import { lazy, useEffect, type ReactElement } from 'react';
import { Part, useView } from '#platform/ui';
import { useRooms } from '../live/live.ts';
import { readMyCall } from '../routes.ts';
import { useMe } from '../session/use-me.ts';

const loadFace = async () => ({ default: (await import('./call-face.tsx')).CallFace });
const CallFace = lazy(loadFace);
const NotReady = lazy(async () => ({ default: (await import('./not-ready.tsx')).NotReady }));
/** Whose desk begins here takes calls all day: to them, none is worth a line. */
const homeOfCalls = '/calls';
/** Milliseconds after which the face of a call comes, for who takes calls: it is there before the first one rings. */
const facePauseMs = 3000;

/** The one call I have, in whichever state: ringing, talking, or waiting for its wrap-up. On every page, above all of them. */
export function CallDesk(): ReactElement | null {
  const me = useMe();
  const mayTake = me?.permissions['calls.take'] !== undefined;
  const call = useView(readMyCall, {}, { enabled: mayTake }).data?.call ?? null;
  useRooms(
    me === undefined
      ? []
      : [...(mayTake ? [`call:mine:${me.teammate.id}`] : []), ...(me.isOutside ? [] : [`presence:${me.teammate.id}`])],
  );
  useEffect(() => {
    if (!mayTake) return undefined;
    const timer = setTimeout(() => void loadFace().catch(() => undefined), facePauseMs);
    return () => clearTimeout(timer);
  }, [mayTake]);
  return (
    <Part>
      {mayTake && me.desk.home === homeOfCalls && <NotReady />}
      {call !== null && <CallFace call={call} />}
    </Part>
  );
}
