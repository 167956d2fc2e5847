const rowId = /^row-(.+)$/;

/** Follows a message that is being dragged: a row of the list shows that it would take it, and takes it. */
export function followDrag(take: (conversationId: string) => void): void {
  const done = new AbortController();
  let marked: HTMLElement | undefined;
  const mark = (row: HTMLElement | undefined): void => {
    if (row === marked) return;
    for (const [one, outline] of [[marked, ''] as const, [row, '2px solid var(--brand)'] as const])
      if (one !== undefined) Object.assign(one.style, { outline, outlineOffset: outline && '-2px' });
    marked = row;
  };
  const listen = <Kind extends 'dragover' | 'drop' | 'dragend'>(kind: Kind, hear: (event: DragEvent) => void): void =>
    document.addEventListener(kind, hear, { signal: done.signal });
  const end = (): void => {
    mark(undefined);
    done.abort();
  };
  listen('dragover', (event) => {
    mark(rowAt(event.target));
    if (marked === undefined) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
  });
  listen('drop', (event) => {
    const id = rowId.exec(rowAt(event.target)?.id ?? '')?.[1];
    if (id === undefined) return;
    event.preventDefault();
    end();
    take(id);
  });
  listen('dragend', end);
}

function rowAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[role="option"][id^="row-"]')) || undefined;
}
