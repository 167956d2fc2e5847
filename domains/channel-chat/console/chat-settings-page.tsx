import { type FormEvent, type ReactElement, useState } from 'react';
import { changeSettings } from '#domains/identity/contract';
import { Button, EmptyState, ErrorNote, Field, SelectField, Skeleton, useAct, useWords } from '#platform/ui';
import { goalSeconds } from '../contract.ts';
import { OwnLimits } from './own-limits.tsx';
import { numbers, useLimits, useLimitsChanged } from './use-limits.ts';
import { chatSettingWords } from './words.ts';

/** Settings > Chats: how many at once for everybody, who has a number of their own, and how soon to answer. */
export function ChatSettingsPage(): ReactElement {
  const t = useWords(chatSettingWords);
  const pages = useLimits();
  const { data, error } = pages;
  const first = data?.pages[0];
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotSays')}</EmptyState>;
  const mayChange = first?.can.includes('change') === true;
  return (
    <div className="flex flex-col gap-6">
      <header>
        <h1>{t('title')}</h1>
        <p className="max-w-prose text-text-2">{t('lead')}</p>
      </header>
      {error && !first && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      {!first && !error && <Skeleton rows={3} rowHeightPx={56} label={t('loading')} />}
      {first && <Everybody now={first.workspace} mayChange={mayChange} />}
      {first && (
        <OwnLimits
          rows={data?.pages.flatMap((page) => page.rows) ?? []}
          standard={first.workspace.limit}
          mayChange={mayChange}
          more={pages.hasNextPage ? { isBusy: pages.isFetching, fetch: () => void pages.fetchNextPage() } : undefined}
        />
      )}
    </div>
  );
}

function Everybody(props: {
  readonly now: { readonly limit: number; readonly goalSeconds: number };
  readonly mayChange: boolean;
}): ReactElement {
  const t = useWords(chatSettingWords);
  const { now, mayChange } = props;
  // undefined until somebody types: what changes elsewhere then shows
  const [typed, setTyped] = useState<string>();
  const act = useAct(changeSettings);
  const changed = useLimitsChanged();
  const put = (values: Readonly<Record<string, number>>, onSuccess = changed): void =>
    act.mutate({ body: { values } }, { onSuccess });
  const seconds = typed ?? String(now.goalSeconds);
  const goal = Number(seconds);
  const isGoal = Number.isInteger(goal) && goal >= goalSeconds.least && goal <= goalSeconds.most;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const kept = (): void => {
      setTyped(undefined);
      changed();
    };
    if (isGoal) put({ 'chats.goal-seconds': goal }, kept);
  };
  return (
    <section aria-labelledby="chats-everybody" className="flex flex-col gap-3">
      <h2 id="chats-everybody" className="text-lg">
        {t('everybody')}
      </h2>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <div className="basis-40">
          <SelectField
            label={t('limit')}
            value={String(now.limit)}
            disabled={!mayChange || act.isPending}
            options={numbers}
            onChoose={(id) => put({ 'chats.limit': Number(id) })}
          />
        </div>
        <div className="basis-56">
          <Field
            label={t('goal')}
            type="number"
            inputMode="numeric"
            min={goalSeconds.least}
            max={goalSeconds.most}
            disabled={!mayChange}
            value={seconds}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {mayChange && (
          <Button
            type="submit"
            className="h-[38px] max-phone:h-11"
            disabled={!isGoal || goal === now.goalSeconds || act.isPending}
          >
            {t('save')}
          </Button>
        )}
      </form>
    </section>
  );
}
