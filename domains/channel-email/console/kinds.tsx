import {
  BellOff,
  CirclePause,
  CircleSlash,
  Copy,
  CornerDownRight,
  FlaskConical,
  Inbox,
  List,
  MailX,
  ReplyAll,
  ShieldX,
  SquarePen,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { Chip, type Tone, useWords } from '#platform/ui';
import type { MailKind } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';

interface Look {
  readonly tone: Tone;
  readonly Sign: typeof Inbox;
  /** Its piece of the bar; the order of colours is that of all charts. */
  readonly color: string;
}

const looks: Record<MailKind, Look> = {
  opened: { tone: 'brand', Sign: SquarePen, color: 'var(--c1)' },
  threaded: { tone: 'ok', Sign: CornerDownRight, color: 'var(--c4)' },
  parked: { tone: 'warn', Sign: CirclePause, color: 'var(--c2)' },
  automatic: { tone: 'outline', Sign: ReplyAll, color: 'var(--c7)' },
  list: { tone: 'outline', Sign: List, color: 'var(--c3)' },
  bounce: { tone: 'bad', Sign: MailX, color: 'var(--c5)' },
  duplicate: { tone: 'outline', Sign: Copy, color: 'var(--c6)' },
  never: { tone: 'outline', Sign: BellOff, color: 'var(--c7)' },
  left: { tone: 'outline', Sign: CircleSlash, color: 'var(--c7)' },
  test: { tone: 'outline', Sign: FlaskConical, color: 'var(--c7)' },
  refused: { tone: 'outline', Sign: ShieldX, color: 'var(--c7)' },
  received: { tone: 'bad', Sign: Inbox, color: 'var(--danger)' },
};

/** The colour of a kind in the bar. */
export function colorOf(kind: MailKind): string {
  return looks[kind].color;
}

/** What became of a mail, as a word with its sign. */
export function KindChip(props: { readonly kind: MailKind }): ReactElement {
  const t = useWords(ledgerWords);
  const { tone, Sign } = looks[props.kind];
  return (
    <Chip tone={tone}>
      <Sign
        aria-hidden="true"
        className={props.kind === 'threaded' || props.kind === 'automatic' ? 'turns' : undefined}
      />
      {t(props.kind)}
    </Chip>
  );
}
