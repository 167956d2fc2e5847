// Everything the chat asks of the server, by the pass of its visitor.

/** An answer that refuses, with the server's own words. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.title ?? `${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** `again(false)` is called when the line is silent, `again(true)` when it is back. */
export function serverOf(key, pass) {
  const at = `/api/websites/${encodeURIComponent(key)}`;

  async function ask(method, path, body) {
    const answer = await fetch(at + path, {
      method,
      credentials: 'omit',
      headers: { authorization: pass.header(), ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status === 403 && pass.renew()) return ask(method, path, body);
    const text = await answer.text();
    const data = text === '' ? null : JSON.parse(text);
    if (!answer.ok) throw new Refused(answer.status, data);
    return data;
  }

  return {
    talk: (before) => ask('GET', `/talk${before ? `?before=${before}` : ''}`),
    say: (message) => ask('POST', '/messages', message),
    note: (told) => ask('PUT', '/visitor', told),
    listen: (heard, isThere) => listen(key, pass, heard, isThere),
  };
}

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
/** The server says a word every 20 seconds: a line that is silent for longer is cut, whatever the browser thinks. */
const silentMs = 50_000;

/** Hears when something changed, for as long as the page is there; a line that was cut is opened again. */
async function listen(key, pass, heard, isThere) {
  let waitMs = firstWaitMs;
  for (;;) {
    const cut = new AbortController();
    let timer = setTimeout(() => cut.abort(), silentMs);
    try {
      const answer = await fetch(`/widget/changes?site=${encodeURIComponent(key)}`, {
        credentials: 'omit',
        headers: { authorization: pass.header() },
        signal: cut.signal,
      });
      // the pass opens nothing any more: there is nothing to listen to
      if ([401, 403, 404].includes(answer.status)) return;
      if (!answer.ok) throw new Error('not now');
      isThere(true);
      waitMs = firstWaitMs;
      // what changed while nobody listened
      heard();
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      // a word may come in two pieces
      let rest = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        clearTimeout(timer);
        timer = setTimeout(() => cut.abort(), silentMs);
        rest += decoder.decode(value, { stream: true });
        if (rest.includes('data:')) heard();
        rest = rest.slice(rest.lastIndexOf('\n') + 1);
      }
    } catch {
      // cut off, or the server is away
    }
    clearTimeout(timer);
    isThere(false);
    await new Promise((resolve) => setTimeout(resolve, waitMs * (0.7 + Math.random() * 0.6)));
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
}
