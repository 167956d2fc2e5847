import { Lightbulb, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { getConversation } from '#domains/conversations/contract';
import { AppLink, Button, ErrorNote, useAct, useView, useWords } from '#platform/ui';
import { type ImprovementView, improvementsOfConversation, unsupportImprovement } from '../contract.ts';
import { openSuggestion } from './opened.ts';
import { StateChip } from './state-chip.tsx';
import { useImprovementsChanged } from './use-improvements.ts';
import { improvementWords } from './words.ts';

/** What this conversation shows that should be mended, and the way to suggest one more. */
export function ImprovementsPanel(props: {
  readonly conversationId: string;
  readonly customerId: string;
}): ReactElement {
  const t = useWords(improvementWords);
  const { conversationId } = props;
  const { data, error } = useView(improvementsOfConversation, { params: { conversationId } } as never);
  const can = useView(getConversation, { params: { id: conversationId } } as never).data?.can ?? [];
  const mayNote = can.includes('note');
  return (
    <div className="flex flex-col gap-2.5">
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      {data && data.rows.length > 0 && (
        <ul className="flex flex-col gap-2">
          {data.rows.map((row) => (
            <Shown key={row.id} row={row} conversationId={conversationId} mayNote={mayNote} />
          ))}
        </ul>
      )}
      <span className="flex flex-wrap items-center gap-3">
        {mayNote && (
          <Button size="sm" onClick={() => openSuggestion(true)}>
            <Lightbulb className="size-3.5" />
            {t('suggest')}
          </Button>
        )}
        <AppLink
          href="/improvements"
          label={t('all')}
          current={false}
          className="inline-flex min-h-6 items-center text-xs font-semibold text-brand-text"
        >
          {t('all')}
        </AppLink>
      </span>
    </div>
  );
}

function Shown(props: {
  readonly row: ImprovementView;
  readonly conversationId: string;
  readonly mayNote: boolean;
}): ReactElement {
  const t = useWords(improvementWords);
  const { row } = props;
  const act = useAct(unsupportImprovement);
  const changed = useImprovementsChanged();
  const title = row.title || t('erased');
  return (
    <li className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block">
          {title}
        </span>
        <span className="flex flex-wrap items-center gap-1.5 text-xs text-text-3">
          <StateChip state={row.state} />
          <bdi>
            {t(row.kind)}, {t('shownBy', { count: row.supports })}
          </bdi>
        </span>
        {row.outcome !== '' && (
          <span dir="auto" className="block text-xs text-text-2">
            {row.outcome}
          </span>
        )}
      </span>
      {props.mayNote && (
        <Button
          look="ghost"
          size="xs"
          square
          aria-label={t('notThis', { title })}
          disabled={act.isPending}
          onClick={() =>
            act.mutate(
              { params: { id: row.id, conversationId: props.conversationId } as never },
              { onSuccess: changed },
            )
          }
        >
          <X className="size-3" />
        </Button>
      )}
    </li>
  );
}
