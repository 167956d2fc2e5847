import { type FormEvent, type ReactElement, useState } from 'react';
import { changeSettings } from '#domains/identity/contract';
import { Button, EmptyState, ErrorNote, Field, SelectField, Skeleton, useAct, useWords } from '#platform/ui';
import { goalSeconds, goOnSeconds } from '../contract.ts';
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

const seconds = {
  goal: { setting: 'chats.goal-seconds', bounds: goalSeconds },
  mailAfter: { setting: 'chats.mail-after-seconds', bounds: goOnSeconds },
} as const;
type Seconds = keyof typeof seconds;
const kinds = ['goal', 'mailAfter'] as const;

interface Now {
  readonly limit: number;
  readonly goalSeconds: number;
  readonly mailAfterSeconds: number;
}

function Everybody(props: { readonly now: Now; readonly mayChange: boolean }): ReactElement {
  const t = useWords(chatSettingWords);
  const { now, mayChange } = props;
  const act = useAct(changeSettings);
  const changed = useLimitsChanged();
  const put = (values: Readonly<Record<string, number>>, onSuccess = changed): void =>
    act.mutate({ body: { values } }, { onSuccess });
  const { typed, wanted, type, forget } = useSeconds(now);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const kept = (): void => {
      forget();
      changed();
    };
    if (wanted !== null) put(wanted, kept);
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
        {kinds.map((kind) => (
          <div key={kind} className="basis-56">
            <Field
              label={t(kind)}
              type="number"
              inputMode="numeric"
              min={seconds[kind].bounds.least}
              max={seconds[kind].bounds.most}
              disabled={!mayChange}
              value={typed[kind]}
              onChange={(event) => type(kind, event.target.value)}
            />
          </div>
        ))}
        {mayChange && (
          <Button type="submit" className="h-[38px] max-phone:h-11" disabled={wanted === null || act.isPending}>
            {t('save')}
          </Button>
        )}
      </form>
    </section>
  );
}

/** What stands in the fields, and what of it is to be kept; null where nothing changed, or something does not fit. */
function useSeconds(now: Now) {
  // left out until somebody types: what changes elsewhere then shows
  const [given, setGiven] = useState<Partial<Record<Seconds, string>>>({});
  const kept = { goal: now.goalSeconds, mailAfter: now.mailAfterSeconds };
  const typed = { goal: given.goal ?? String(kept.goal), mailAfter: given.mailAfter ?? String(kept.mailAfter) };
  const fits = (kind: Seconds): boolean => {
    const { least, most } = seconds[kind].bounds;
    const value = Number(typed[kind]);
    return Number.isInteger(value) && value >= least && value <= most;
  };
  const changes = kinds.filter((kind) => Number(typed[kind]) !== kept[kind]);
  const isRight = changes.length > 0 && kinds.every(fits);
  return {
    typed,
    wanted: isRight ? Object.fromEntries(changes.map((kind) => [seconds[kind].setting, Number(typed[kind])])) : null,
    type: (kind: Seconds, text: string): void => setGiven({ ...given, [kind]: text }),
    forget: (): void => setGiven({}),
  };
}
