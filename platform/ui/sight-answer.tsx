import { Check, X } from 'lucide-react';
import type { ReactElement } from 'react';

/** Whether somebody sees something, and the reasons below it. */
export function SightAnswer(props: {
  readonly allowed: boolean;
  readonly says: string;
  readonly why: readonly string[];
}): ReactElement {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex items-center gap-2 font-semibold">
        {props.allowed ? (
          <Check className="size-4 flex-none text-brand-text" />
        ) : (
          <X className="size-4 flex-none text-danger-text" />
        )}
        {props.says}
      </p>
      <ul className="flex list-disc flex-col gap-1 ps-6 text-text-2">
        {props.why.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
