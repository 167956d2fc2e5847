import { type ReactElement, useState } from 'react';
import { SendLater } from '#domains/conversations/console';
import { Part, useCommand } from '#platform/ui';
import { type Draft, drafts } from './draft-store.ts';
import { contentOf } from './use-draft.ts';
import type { ConversationView } from './views.ts';

/** Letting what is written leave later: its command, and its dialog while it is asked for. */
export function useLater(writing: {
  readonly conversation: ConversationView;
  readonly draft: Draft;
  /** What leaves, as it stands when it is asked for: with the signs of its lists where it is formatted. */
  readonly words: () => string;
  readonly lineId: string | undefined;
  readonly can: boolean;
  /** Empties the field. */
  readonly hand: () => void;
}): { readonly open: () => void; readonly dialog: ReactElement | null } {
  const { conversation, draft, lineId } = writing;
  const [text, setText] = useState<string>();
  const open = (): void => setText(writing.words());
  useCommand('sendLater', open, writing.can);
  const taken = (): void => {
    writing.hand();
    drafts.arrived(conversation.id, 'reply');
  };
  const dialog = text !== undefined && (
    <Part isAsked>
      <SendLater
        conversation={conversation}
        text={text}
        content={{ ...contentOf(draft), ...(lineId === undefined ? {} : { lineId }) }}
        onScheduled={taken}
        onClose={() => setText(undefined)}
      />
    </Part>
  );
  return { open, dialog: dialog || null };
}
