import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert, Zap } from 'lucide-react';
import type { ReplyOf } from '#platform/contract';
import { ask, newId, Refusal, useTell, useWords, type WritingPlace } from '#platform/ui';
import { type MacroView, previewMacro, runMacro, undoMacro } from '../contract.ts';
import { macroWords } from './words.ts';

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

/** Runs a macro: its words at the caret, its acts on the server, and one undo for both. */
export function useRunMacro(place: WritingPlace): (macro: MacroView, start: number, end: number) => void {
  const t = useWords(macroWords);
  const client = useQueryClient();
  const tell = useTell();
  const { conversationId, field } = place;

  const refused = (macro: MacroView, error: unknown): void => {
    if (!(error instanceof Refusal)) throw error;
    const { title, detail, help } = error.problem;
    tell({ id: `macro-${macro.id}`, icon: <TriangleAlert />, text: `${title}. ${detail ?? help ?? ''}` });
  };
  const undo = async (macro: MacroView, runId: string, words: { before: string; after: string }): Promise<void> => {
    try {
      // words that were changed since are the writer's own
      if (field.current?.value === words.after) place.write(words.before);
      await ask(undoMacro, { params: { id: runId } });
      void client.invalidateQueries();
      tell({ id: runId, icon: <Zap />, text: t('undone', { name: macro.name }), stayMs: 4000 });
    } catch (error) {
      refused(macro, error);
    }
  };
  const run = async (macro: MacroView, start: number, end: number): Promise<void> => {
    const runId = newId();
    const before = field.current?.value ?? place.text;
    try {
      const preview = (await ask(previewMacro, { params: { conversationId, id: macro.id } })) as ReplyOf<
        typeof previewMacro
      >;
      const hasWords = preview.text.trim() !== '';
      const ran = (await ask(runMacro, {
        params: { conversationId },
        body: { id: runId, macroId: macro.id, hasWords },
      })) as ReplyOf<typeof runMacro>;
      const head = before.slice(0, start) + preview.text;
      const after = head + before.slice(end);
      place.write(after);
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.setSelectionRange(head.length, head.length);
      });
      void client.invalidateQueries();
      const left = ran.left.map((what) => t(what)).join(', ');
      tell({
        id: runId,
        icon: <Zap />,
        text: left === '' ? t('ran', { name: macro.name }) : t('ranLeft', { name: macro.name, left }),
        stayMs: undoStayMs,
        undo: () => void undo(macro, runId, { before: before.slice(0, start) + before.slice(end), after }),
      });
    } catch (error) {
      refused(macro, error);
    }
  };
  return (macro, start, end) => void run(macro, start, end);
}
