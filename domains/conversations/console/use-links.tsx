import { useQueryClient } from '@tanstack/react-query';
import { Link2, TriangleAlert } from 'lucide-react';
import type { ReplyOf } from '#platform/contract';
import { ask, type AskOf, Refusal, useTell, useWords } from '#platform/ui';
import { linkConversation, type LinkRelation, type LinkView, listLinks, unlinkConversation } from '../contract.ts';
import { linkWords } from './link-words.ts';

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

interface Other {
  readonly id: string;
  readonly number: number;
}

/** Links and takes links away, each with the way back; asked without a hook, as the toast outlives the panel. */
export function useLinks(conversationId: string) {
  const t = useWords(linkWords);
  const client = useQueryClient();
  const tell = useTell();
  const asked = async (
    route: typeof linkConversation | typeof unlinkConversation,
    other: Other,
    kind: LinkRelation,
  ) => {
    const params = { id: conversationId, otherId: other.id, relation: kind } as AskOf<
      typeof linkConversation
    >['params'];
    const links = (await ask(route, { params })) as ReplyOf<typeof linkConversation>;
    void client.invalidateQueries({ queryKey: [listLinks.path] });
    return links;
  };
  const told = (other: Other, isLinked: boolean, undo?: () => void): void =>
    tell({
      id: `link-${conversationId}`,
      icon: <Link2 />,
      text: t(isLinked ? 'linked' : 'unlinked', { number: other.number }),
      stayMs: undo ? undoStayMs : 4000,
      undo,
    });
  const orTell = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { title, detail, help } = error.problem;
      tell({ id: `link-${conversationId}`, icon: <TriangleAlert />, text: `${title}. ${detail ?? help ?? ''}` });
    }
  };
  const add = async (other: Other, kind: LinkRelation): Promise<void> => {
    await asked(linkConversation, other, kind);
    told(
      other,
      true,
      () =>
        void orTell(async () => {
          await asked(unlinkConversation, other, kind);
          told(other, false);
        }),
    );
  };
  return {
    add,
    remove: ({ conversation, relation }: LinkView): Promise<void> =>
      orTell(async () => {
        await asked(unlinkConversation, conversation, relation);
        told(conversation, false, () => void orTell(() => add(conversation, relation)));
      }),
  };
}
