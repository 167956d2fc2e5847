import { useEffect, useState } from 'react';

/**
 * A text once its writer rests (milliseconds): not every letter is a question to the server. Before the first rest it
 * is `first`.
 */
export function useRested(text: string, restMs = 300, first = text): string {
  const [rested, setRested] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text, restMs]);
  return rested;
}
