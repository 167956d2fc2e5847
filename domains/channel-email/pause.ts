/** Waits some seconds, or until asked to stop where somebody may ask. */
export async function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, seconds) * 1_000);
    signal?.addEventListener('abort', done, { once: true });
  });
}
