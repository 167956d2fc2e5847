import type { ReactElement } from 'react';
import { Part } from '#platform/ui';
import { sockets } from '../sockets.ts';

/** What the channel of the newest words says above the field one answers in: whether somebody is still there to read it. */
export function AboveField(props: {
  readonly conversationId: string;
  readonly channel: string | null;
}): ReactElement | null {
  const pieces = sockets.composer.filter(({ channel }) => channel === props.channel);
  if (pieces.length === 0) return null;
  return (
    <Part>
      {pieces.map(({ channel, component: Piece }) => (
        <Piece key={channel} conversationId={props.conversationId} />
      ))}
    </Part>
  );
}
