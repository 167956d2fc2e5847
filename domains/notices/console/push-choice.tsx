import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { Button, newId, useAct, useView, useWords, viewKey } from '#platform/ui';
import {
  addPushDevice,
  listPushDevices,
  type PushDeviceId,
  type PushDeviceView,
  removePushDevice,
  testPushDevice,
} from '../contract.ts';
import { markDevice } from './device-mark.ts';
import { canSubscribe, deviceName, mySubscription, subscribe } from './subscribe.ts';
import { noticeWords } from './words.ts';

const outcomeWord = {
  taken: 'pushTaken',
  gone: 'pushGone',
  refused: 'pushRefused',
  unreachable: 'pushUnreachable',
} as const;

/** The devices that show notices; one adds this one, removes any, and sees step by step whether a test arrives. */
export function PushChoice(): ReactElement | null {
  const t = useWords(noticeWords);
  const queries = useQueryClient();
  const devices = useView(listPushDevices, {});
  const [add, remove, test] = [useAct(addPushDevice), useAct(removePushDevice), useAct(testPushDevice)];
  const [trace, setTrace] = useState<readonly string[]>([]);
  const [here, setHere] = useState<string | null>(null);
  const [testId, setTestId] = useState<string | null>(null);
  const isShown = useShown(testId);
  const isAble = canSubscribe();
  useEffect(() => void mySubscription().then((one) => setHere(one?.endpoint ?? null)), []);
  if (!devices.data) return null;
  const { rows, publicKey } = devices.data;
  const onSettled = (): void => void queries.invalidateQueries({ queryKey: viewKey(listPushDevices).slice(0, 1) });

  const showHere = async (): Promise<void> => {
    const said = (permission: string): string => t('pushAsked', { answer: permission });
    const steps = await subscribe(publicKey, (permission) => setTrace([said(permission)]), t('pushNoAnswer'));
    const asked = said(steps.permission);
    if (!steps.body) return setTrace([asked, ...(steps.why ? [t('pushFailed', { why: steps.why })] : [])]);
    const { body } = steps;
    setHere(body.endpoint);
    setTrace([asked, t('pushSubscribed', { host: new URL(body.endpoint).host })]);
    add.mutate(
      { body: { ...body, id: newId() as PushDeviceId, name: deviceName() } },
      { onSettled, onSuccess: ({ teammateId }) => markDevice(teammateId) },
    );
  };
  const tryOne = (device: PushDeviceView): void => {
    const id = newId();
    setTestId(null);
    setTrace([t('pushSent', { host: device.host })]);
    test.mutate(
      { params: { id: device.id }, body: { id } },
      {
        onSettled,
        onSuccess: ({ outcome, host, status }) => {
          setTrace([t('pushSent', { host }), t(outcomeWord[outcome], { host, status: String(status ?? '–') })]);
          if (outcome === 'taken') setTestId(id);
        },
        onError: (refusal) => setTrace([refusal.problem.title]),
      },
    );
  };
  return (
    <section aria-label={t('push')} className="flex flex-col gap-2 border-t border-line pt-3">
      <h2 className="font-semibold">{t('push')}</h2>
      <p className="text-text-3">{isAble ? t('pushLead') : t('pushCannot')}</p>
      {rows.length === 0 && <p className="text-text-3">{t('pushNone')}</p>}
      <ul className="flex flex-col gap-1">
        {rows.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center gap-3">
            <span className="min-w-60 flex-1">
              {device.name} <span className="text-text-3">{device.host}</span>
            </span>
            <Button
              aria-label={t('pushTestOf', { name: device.name })}
              disabled={test.isPending}
              onClick={() => tryOne(device)}
            >
              {t('pushTest')}
            </Button>
            <Button
              aria-label={t('pushStop', { name: device.name })}
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params: { id: device.id } }, { onSettled })}
            >
              {t('pushStopShort')}
            </Button>
          </li>
        ))}
      </ul>
      {isAble && (here === null || rows.length === 0) && (
        <Button className="self-start max-phone:h-10" disabled={add.isPending} onClick={() => void showHere()}>
          {t('pushHere')}
        </Button>
      )}
      {trace.length > 0 && (
        <div role="status">
          <ol aria-label={t('pushTrace')} className="list-decimal ps-5 text-text-3">
            {trace.map((step) => (
              <li key={step}>{step}</li>
            ))}
            {testId !== null && <li>{isShown ? t('pushShown') : t('pushWaiting')}</li>}
          </ol>
        </div>
      )}
    </section>
  );
}

/** Whether the service worker of this device showed the test. */
function useShown(testId: string | null): boolean {
  const [shown, setShown] = useState<readonly string[]>([]);
  useEffect(() => {
    const hear = (event: MessageEvent<{ shown?: string }>): void => {
      const tag = event.data?.shown;
      if (tag) setShown((all) => [...all.slice(-9), tag]);
    };
    navigator.serviceWorker?.addEventListener('message', hear);
    return () => navigator.serviceWorker?.removeEventListener('message', hear);
  }, []);
  return testId !== null && shown.includes(testId);
}
