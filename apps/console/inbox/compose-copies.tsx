import { type ReactElement, useState } from 'react';
import { AddressList } from './address-list.tsx';
import type { DraftContent } from './draft-store.ts';
import { useAddressees } from './use-addressees.ts';

type Kind = 'cc' | 'bcc';

/** Who else gets what one writes first: customers of the line's brand are offered as one types, anybody can be typed. */
export function ComposeCopies(props: {
  readonly lineId: string | undefined;
  readonly content: DraftContent;
  readonly label: string;
  readonly onChange: (part: Partial<DraftContent>) => void;
}): ReactElement {
  return (
    <div
      role="group"
      aria-label={props.label}
      className="flex flex-col gap-0.5 rounded-[9px] border border-line-control px-3 py-1 text-xs text-text-2"
    >
      {(['cc', 'bcc'] as const).map((kind) => (
        <Copies key={kind} kind={kind} {...props} />
      ))}
    </div>
  );
}

function Copies(props: {
  readonly kind: Kind;
  readonly lineId: string | undefined;
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}): ReactElement {
  const { kind, content } = props;
  const [typed, setTyped] = useState('');
  // those taken keep their name when the next one is looked for
  const [taken, setTaken] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useAddressees(props.lineId, typed.trim());
  const gets = new Set([...(content.to ?? []), ...(content.cc ?? []), ...(content.bcc ?? [])].map(folded));
  return (
    <AddressList
      kind={kind}
      addresses={content[kind] ?? []}
      known={[...found.keys()].filter((address) => !gets.has(folded(address)))}
      nameOf={(address) => found.get(address) || taken.get(address) || address}
      onType={setTyped}
      onChange={(next) => {
        setTaken(new Map([...taken, ...[...found].filter(([address]) => next.includes(address))]));
        props.onChange({ [kind]: next });
      }}
    />
  );
}

function folded(address: string): string {
  return address.trim().toLowerCase();
}
