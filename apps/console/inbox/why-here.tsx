import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, type EntryAct, ErrorNote, useAct, useNow, useView, useWords, whenOf, words } from '#platform/ui';
import { listMoves, undoMove } from '../routes.ts';
import { useNames } from './use-names.ts';
import type { EntryView } from './views.ts';

/** Why a message stands in this conversation, by the rule that placed it. */
export const whyWords = words('why', {
  title: 'Why is this message here?',
  'delivery-report': 'It reports on a message we sent from this conversation.',
  'plus-token': 'It was sent to the address that only this conversation has.',
  'in-reply-to': 'It says that it answers a message of this conversation.',
  references: 'It names messages of this conversation as those before it.',
  'subject-tag': 'Its subject names this conversation, and its sender takes part in it.',
  forward: 'It is a forward, so it began a conversation of its own.',
  'not-a-participant': 'It names a conversation whose people its sender is not among, so it began one of its own.',
  'sender-unproven':
    'Its sender is not proven: it names a conversation or a customer, and yet it stands apart from both.',
  'nothing-known': 'Nothing it names is known here, so it began a conversation.',
  'named-before': 'A message of this conversation named it before it came.',
  thread: 'This line opens a conversation for each thread.',
  'open-conversation': 'This line adds to the customer’s open conversation.',
  customer: 'This line keeps one conversation for each customer.',
  other: 'Placed by the rule “{{rule}}”.',
  score: 'Certainty {{percent}} %',
  ids: 'It named',
  movedHere: '{{who}} moved it here, {{when}}.',
  mergedHere: '{{who}} merged it in from another conversation, {{when}}.',
  splitHere: '{{who}} split it off from another conversation, {{when}}.',
  from: '{{said}} It was in #{{number}} before.',
  putBack: 'Put it back',
  somebody: 'Somebody',
  atFirst: 'When it came:',
  wrong: 'Does it belong elsewhere?',
});

/** The rule, how sure it was, and the ids it rests on; who moved it since; and what to do when it stands wrongly. */
export function WhyHere(props: {
  readonly entry: EntryView;
  readonly evidence: NonNullable<EntryView['evidence']>;
  readonly acts: readonly EntryAct[];
}): ReactElement {
  const t = useWords(whyWords);
  const { rule, score, idsSeen } = props.evidence;
  const moves = useView(listMoves, {
    params: { id: props.entry.conversationId },
    query: { entryId: props.entry.id as never },
  }).data;
  const move = moves?.rows.find((one) => one.undoneAt === null && one.to?.id === props.entry.conversationId);
  const known = Object.hasOwn(whyWords.en, rule) ? (rule as keyof typeof whyWords.en) : undefined;
  return (
    <div className="mb-2 flex flex-col gap-1 rounded-md bg-info-soft px-3 py-2 text-sm" role="status">
      <b className="font-semibold">{t('title')}</b>
      {move && <MovedHere move={move} />}
      <p>
        {move && `${t('atFirst')} `}
        {known === undefined ? t('other', { rule }) : t(known)}
        {score > 0 && ` ${t('score', { percent: Math.round(score) })}`}
      </p>
      {idsSeen.length > 0 && (
        <details className="text-xs text-text-2">
          <summary className="inline-flex min-h-6 cursor-pointer items-center">{t('ids')}</summary>
          <ul dir="ltr" className="font-mono break-all">
            {idsSeen.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </details>
      )}
      {props.acts.length > 0 && (
        <div role="group" aria-label={t('wrong')} className="flex flex-wrap items-center gap-1.5">
          <span className="text-xs text-text-2">{t('wrong')}</span>
          {props.acts.map((act) => (
            <Button key={act.id} size="xs" onClick={() => act.run(props.entry)}>
              {act.title}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type Move = NonNullable<ReturnType<typeof useView<typeof listMoves>>['data']>['rows'][number];

/** Who brought it here, from where, and the way back, which is open at any time. */
function MovedHere({ move }: { readonly move: Move }): ReactElement {
  const t = useWords(whyWords);
  const now = useNow();
  const names = useNames();
  const client = useQueryClient();
  const undo = useAct(undoMove);
  const word = ({ merge: 'mergedHere', split: 'splitHere', move: 'movedHere' } as const)[move.kind];
  const said = t(word, { who: names.teammate(move.movedBy) ?? t('somebody'), when: whenOf(move.movedAt, now) });
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <p dir="auto">{move.from === null ? said : t('from', { said, number: move.from.number })}</p>
      {move.can.includes('undo') && (
        <Button
          size="xs"
          disabled={undo.isPending}
          onClick={() =>
            undo.mutate({ params: { id: move.id as never } }, { onSuccess: () => void client.invalidateQueries() })
          }
        >
          {t('putBack')}
        </Button>
      )}
      {undo.error && <ErrorNote title={undo.error.problem.title} detail={undo.error.problem.help} />}
    </div>
  );
}
