import type { ReactElement } from 'react';
import {
  ErrorNote,
  SightAnswer,
  SightPicker,
  type SightPieceProps,
  useAct,
  useSightQuestion,
  useView,
  useWords,
} from '#platform/ui';
import { explainSight, searchConversations, type SightView } from '../contract.ts';
import { sightWords } from './sight-words.ts';
import { useSightReasons } from './use-sight-reasons.ts';

/** Whether somebody sees a conversation, found by its number, its words or its link. */
export function PersonSight(props: SightPieceProps): ReactElement {
  const t = useWords(sightWords);
  const ask = useAct(explainSight);
  const question = useSightQuestion({
    ask: (id) => ask.mutate({ params: { id }, body: { teammateId: props.teammateId } } as never),
    reset: ask.reset,
  });
  const query = { q: question.asked.replace(/^#/u, ''), limit: 10 };
  const found = useView(searchConversations, { query } as never, { enabled: question.isSearch }).data;
  const hits = found?.rows.map(({ conversation: { id, number, subject } }) => ({
    id: id as string,
    label: `#${number} ${subject}`,
  }));
  const rows = question.linked === undefined ? hits : [{ id: question.linked, label: t('linked') }];
  return (
    <SightPicker
      {...question.picker}
      label={t('find')}
      found={t('found')}
      which={t('which')}
      none={t('none')}
      rows={question.asked === '' ? undefined : rows}
    >
      {ask.data && question.isChosen && !ask.isPending && <Answer name={props.name} sight={ask.data} />}
      {ask.error && <ErrorNote title={ask.error.problem.title} detail={ask.error.problem.help} />}
    </SightPicker>
  );
}

function Answer({ name, sight }: { readonly name: string; readonly sight: SightView }): ReactElement {
  const why = useSightReasons(sight);
  const t = useWords(sightWords);
  return <SightAnswer allowed={sight.allowed} says={t(sight.allowed ? 'sees' : 'seesNot', { name })} why={why} />;
}
