import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

/** Nothing here: what to do next, and when something will come (R27). */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="grid h-full place-items-center p-6 text-center">
      <div className="flex max-w-80 flex-col items-center gap-2">
        <p dir="auto" className="text-md font-semibold">
          {props.title}
        </p>
        {props.children && (
          <p dir="auto" className="text-text-3">
            {props.children}
          </p>
        )}
        {props.action}
      </div>
    </div>
  );
}

/** What went wrong, beside its cause, in words, with the way out (R28). Stays until it is dealt with. */
export function ErrorNote(props: {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div
      role="alert"
      className="m-3 flex items-start gap-2 rounded-md border border-danger-line bg-danger-soft px-3 py-2 text-danger-text"
    >
      <TriangleAlert className="mt-px size-4" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <bdi>{props.title}</bdi>
        </p>
        {props.detail && (
          <p className="text-text-2">
            <bdi>{props.detail}</bdi>
          </p>
        )}
      </div>
      {props.action}
    </div>
  );
}

/** Shaped like what comes, shown only after 200 ms so that a quick answer never flickers (R26). */
export function Skeleton(props: {
  readonly rows: number;
  readonly rowHeightPx: number;
  readonly label: string;
}): ReactElement {
  return (
    <div role="status" aria-label={props.label} className="skeleton">
      {Array.from({ length: props.rows }, (_, row) => (
        <div
          key={row}
          className="flex items-center gap-3 border-b border-line px-3.5"
          style={{ height: props.rowHeightPx }}
          aria-hidden="true"
        >
          <span className="size-8 flex-none rounded-full bg-surface-3" />
          <span className="flex flex-1 flex-col gap-2">
            <span className="h-2.5 rounded bg-surface-3" style={{ width: `${40 + ((row * 17) % 30)}%` }} />
            <span className="h-2.5 w-4/5 rounded bg-surface-3" />
          </span>
        </div>
      ))}
    </div>
  );
}
