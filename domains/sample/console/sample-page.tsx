import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { countedTo } from '#domains/brands/contract';
import { chooseWorkspace } from '#domains/identity/contract';
import { Button, EmptyState, ErrorNote, KeyValues, Skeleton, useAct, useView, useWords } from '#platform/ui';
import { enterSample, loadSample, readSample, type SampleView } from '../contract.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { sampleWords } from './words.ts';

/** How often it is asked how far it is, in milliseconds. */
const askedEveryMs = 1_500;

/** Settings > Sample shop: what it is, how it stands with it, and the way in and out of the world. */
export function SamplePage(): ReactElement {
  const t = useWords(sampleWords);
  const { data, error } = useView(readSample, {});
  useAskedAgain(data?.state);
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{error.problem.help}</EmptyState>;
  if (data?.state === 'is-sample') return <EmptyState title={t('inside')}>{t('insideHint')}</EmptyState>;
  return (
    <div className="flex max-w-prose flex-col gap-5">
      <header className="flex flex-col gap-2">
        <h1>{t('title')}</h1>
        <p className="text-text-2">{t('lead')}</p>
        <p className="text-text-2">{t('apart')}</p>
        <p className="text-text-2">{t('language')}</p>
      </header>
      {error && <ErrorNote title={t('refused')} detail={error.problem.help} />}
      {!data && !error && <Skeleton rows={1} rowHeightPx={64} label={t('title')} />}
      {data && <Standing sample={data} />}
    </div>
  );
}

/** While it is filled or removed, how far it is. */
function useAskedAgain(state: SampleView['state'] | undefined): void {
  const client = useQueryClient();
  const isMoving = state === 'loading' || state === 'removing';
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: [readSample.path] }), askedEveryMs);
    return () => clearInterval(timer);
  }, [client, isMoving]);
}

function Standing({ sample }: { readonly sample: SampleView }): ReactElement {
  const t = useWords(sampleWords);
  if (sample.state === 'loading' || sample.state === 'removing') return <Moving sample={sample} />;
  if (sample.state === 'ready') return <Ready sample={sample} />;
  if (sample.state === 'elsewhere')
    return (
      <div className="rounded-lg border border-line p-4">
        <p className="font-semibold">{t('elsewhere')}</p>
        <p className="text-text-2">{t('elsewhereHint')}</p>
      </div>
    );
  return <Load sample={sample} />;
}

function Load({ sample }: { readonly sample: SampleView }): ReactElement {
  const t = useWords(sampleWords);
  const client = useQueryClient();
  const load = useAct(loadSample);
  const hasFailed = sample.state === 'failed';
  const onSettled = (): void => void client.invalidateQueries({ queryKey: [readSample.path] });
  return (
    <div className="flex flex-col items-start gap-3">
      {hasFailed && <ErrorNote title={t('failed')} detail={t('failedHint')} />}
      {sample.can.includes('load') && (
        <Button look="primary" disabled={load.isPending} onClick={() => load.mutate({}, { onSettled })}>
          {t(hasFailed ? 'loadAgain' : 'load')}
        </Button>
      )}
      {load.error && <ErrorNote title={load.error.problem.title} detail={load.error.problem.help} />}
    </div>
  );
}

function Moving({ sample }: { readonly sample: SampleView }): ReactElement {
  const t = useWords(sampleWords);
  const isLoading = sample.state === 'loading';
  const says = t(isLoading ? 'loading' : 'removing');
  return (
    <div role="status" className="flex flex-col gap-2 rounded-lg border border-line p-4">
      <p className="font-semibold">{says}</p>
      <progress
        aria-label={says}
        className="h-1.5 w-full accent-brand"
        max={100}
        {...(isLoading ? { value: sample.share } : {})}
      />
      <p className="text-text-2">{t(isLoading ? 'loadingHint' : 'removingHint')}</p>
    </div>
  );
}

function Ready({ sample }: { readonly sample: SampleView }): ReactElement {
  const t = useWords(sampleWords);
  const enter = useAct(enterSample);
  const choose = useAct(chooseWorkspace);
  const [isAsking, setAsking] = useState(false);
  const refused = enter.error ?? choose.error;
  const count = (of: number): string => (of < countedTo ? String(of) : t('atLeast', { count: String(of) }));
  const goThere = async (): Promise<void> => {
    const { workspaceId } = await enter.mutateAsync({});
    await choose.mutateAsync({ body: { workspaceId } } as Parameters<typeof choose.mutateAsync>[0]);
    location.assign('/');
  };
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line p-4">
      <p className="font-semibold">{t('ready')}</p>
      <KeyValues rows={sample.holds.map(({ says, count: of }) => ({ key: says, value: count(of) }))} />
      <div className="flex flex-wrap gap-2">
        {sample.can.includes('enter') && (
          <Button
            look="primary"
            disabled={enter.isPending || choose.isPending}
            onClick={() => void goThere().catch(() => undefined)}
          >
            {t('enter')}
          </Button>
        )}
        {sample.can.includes('remove') && (
          <Button look="ghost" className="text-danger-text!" onClick={() => setAsking(true)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.help} />}
      {isAsking && <RemoveDialog onClose={() => setAsking(false)} />}
    </div>
  );
}
