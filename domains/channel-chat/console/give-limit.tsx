import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { listTeammates } from '#domains/identity/contract';
import { Button, ComboField, ErrorNote, SelectField, useAct, usePages, useWords } from '#platform/ui';
import { setChatLimit } from '../contract.ts';
import { numbers, useLimitsChanged } from './use-limits.ts';
import { chatSettingWords } from './words.ts';

/** Most people to choose from, in pages of a hundred. */
const mostPages = 20;

/** Gives somebody a number: found by letters, with the keyboard alone. */
export function GiveLimit({ standard }: { readonly standard: number }): ReactElement {
  const t = useWords(chatSettingWords);
  const people = usePeople();
  const [who, setWho] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [limit, setLimit] = useState(String(standard));
  const act = useAct(setChatLimit);
  const changed = useLimitsChanged();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const id = people.get(who.trim());
    setWrong(id === undefined);
    if (id === undefined) return;
    const onSuccess = (): void => {
      setWho('');
      changed();
    };
    act.mutate({ params: { id: id as never }, body: { limit: Number(limit) } }, { onSuccess });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <ComboField
          label={t('person')}
          hint={t('personHint')}
          problem={isWrong ? t('personUnknown') : undefined}
          dir="auto"
          value={who}
          offered={[...people.keys()]}
          onText={(text) => {
            setWho(text);
            setWrong(false);
          }}
        />
      </div>
      <SelectField label={t('limit')} value={limit} options={numbers} onChoose={setLimit} />
      <Button
        type="submit"
        look="primary"
        className="mt-5 h-[38px] max-phone:mt-0 max-phone:h-11"
        disabled={act.isPending || who.trim() === ''}
      >
        {t('add')}
      </Button>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </form>
  );
}

/** Everybody to choose from by what they are shown as; the address tells two of one name apart. */
function usePeople(): ReadonlyMap<string, string> {
  const asked = usePages(listTeammates, { query: { limit: 100 } });
  const { data, hasNextPage, isFetching, fetchNextPage } = asked;
  const fetched = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && fetched < mostPages) void fetchNextPage();
  }, [hasNextPage, isFetching, fetched, fetchNextPage]);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return new Map(rows.map(({ id, name, address }) => [`${name} (${address})`, id]));
}
