import { useState, type ReactElement } from 'react';
import {
  ErrorNote,
  idInLink,
  SightAnswer,
  SightPicker,
  type SightPieceProps,
  useAct,
  useRested,
  useView,
  useWords,
} from '#platform/ui';
import { explainSight, searchConversations, type SightView } from '../contract.ts';
import { sightWords } from './sight-words.ts';
import { useSightReasons } from './use-sight-reasons.ts';

/** Whether somebody sees a conversation, found by its number, its words or its link. */
export function PersonSight(props: SightPieceProps): ReactElement {
  const t = useWords(sightWords);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const ask = useAct(explainSight);
  const asked = useRested(text.trim());
  const linked = idInLink(asked);
  const isSearch = asked !== '' && linked === undefined;
  const query = { q: asked.replace(/^#/u, ''), limit: 10 };
  const found = useView(searchConversations, { query } as never, { enabled: isSearch }).data;
  const hits = found?.rows.map(({ conversation: { id, number, subject } }) => ({
    id: id as string,
    label: `#${number} ${subject}`,
  }));
  const rows = linked === undefined ? hits : [{ id: linked, label: t('linked') }];
  const choose = (id: string): void => {
    setChosen(id);
    if (id !== '') ask.mutate({ params: { id }, body: { teammateId: props.teammateId } } as never);
  };
  return (
    <SightPicker
      label={t('find')}
      found={t('found')}
      which={t('which')}
      none={t('none')}
      text={text}
      onText={(next) => {
        setText(next);
        setChosen('');
        ask.reset();
      }}
      rows={asked === '' ? undefined : rows}
      chosen={chosen}
      onChoose={choose}
    >
      {ask.data && chosen !== '' && !ask.isPending && <Answer name={props.name} sight={ask.data} />}
      {ask.error && <ErrorNote title={ask.error.problem.title} detail={ask.error.problem.help} />}
    </SightPicker>
  );
}

function Answer({ name, sight }: { readonly name: string; readonly sight: SightView }): ReactElement {
  const why = useSightReasons(sight);
  const t = useWords(sightWords);
  return <SightAnswer allowed={sight.allowed} says={t(sight.allowed ? 'sees' : 'seesNot', { name })} why={why} />;
}
