import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert, Zap } from 'lucide-react';
import type { ReplyOf } from '#platform/contract';
import { ask, newId, Refusal, useTell, useWords, type WritingField, type WritingPlace } from '#platform/ui';
import { type MacroView, previewMacro, runMacro, undoMacro } from '../contract.ts';
import { macroWords } from './words.ts';

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

/** Runs a macro: its words at the caret, its acts on the server, and one undo for both. */
export function useRunMacro(place: WritingPlace): (macro: MacroView, start: number, end: number) => Promise<void> {
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
    const box = field.current;
    const asked = box?.value ?? place.text;
    try {
      const preview = (await ask(previewMacro, { params: { conversationId, id: macro.id } })) as ReplyOf<
        typeof previewMacro
      >;
      const hasWords = preview.text.trim() !== '';
      const ran = (await ask(runMacro, {
        params: { conversationId },
        body: { id: runId, macroId: macro.id, hasWords },
      })) as ReplyOf<typeof runMacro>;
      const { before, after, caret } = putIn(
        field.current === box ? box : null,
        { text: asked, start, end },
        preview.text,
      );
      place.write(after);
      if (box !== null && box === field.current) requestAnimationFrame(() => goOnAt(box, after, caret));
      void client.invalidateQueries();
      const left = ran.left.map((what) => t(what)).join(', ');
      const text = t(left === '' ? 'ran' : 'ranLeft', { name: macro.name, left });
      const told = { id: runId, icon: <Zap />, text, stayMs: undoStayMs };
      tell({
        ...told,
        undo: () => void undo(macro, runId, { before, after }),
      });
    } catch (error) {
      refused(macro, error);
    }
  };
  return run;
}

/** The keys go on behind the words; who typed on at once goes on where they are. */
function goOnAt(box: WritingField, after: string, caret: number): void {
  box.focus();
  const isTypedOn = box.value.length > after.length && box.value.startsWith(after);
  if (!isTypedOn) box.setSelectionRange(caret, caret);
}

/** The words in place of what asked for them, in the field as it is by now: what was typed meanwhile stays behind them. */
function putIn(
  box: WritingField | null,
  asked: { readonly text: string; readonly start: number; readonly end: number },
  words: string,
): { readonly before: string; readonly after: string; readonly caret: number } {
  const now = box?.value ?? asked.text;
  const isHere = now.startsWith(asked.text.slice(0, asked.end));
  const [from, to] = isHere ? [asked.start, asked.end] : [now.length, now.length];
  const typedLength = isHere && box ? Math.max(0, box.selectionStart - asked.end) : 0;
  const [head, tail] = [now.slice(0, from), now.slice(to)];
  const gap = head === '' || /\s$/u.test(head) || words.trim() === '' ? '' : ' ';
  const put = head + gap + words;
  return { before: head + tail, after: put + tail, caret: put.length + typedLength };
}
