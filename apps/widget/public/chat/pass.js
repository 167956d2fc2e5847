// Who writes: an id and a secret that this browser drew, kept by it for this website alone. No cookie, nothing of anybody's.

/** Where this browser lets us keep something: for long, for this window, or not at all. */
function shelf() {
  for (const name of ['localStorage', 'sessionStorage']) {
    try {
      const storage = window[name];
      storage.setItem('rapport-try', '1');
      storage.removeItem('rapport-try');
      return storage;
    } catch {
      // not allowed here: the next one
    }
  }
  return null;
}

const storage = shelf();
/** Whether what is said is found again after this page. */
export const isKept = storage !== null;

/** What is kept under a name; null where nothing is. */
export function read(name) {
  try {
    return JSON.parse(storage?.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps something under a name; null takes it away. */
export function keep(name, value) {
  try {
    if (value === null) storage?.removeItem(name);
    else storage?.setItem(name, JSON.stringify(value));
  } catch {
    // full, or taken away meanwhile: the page goes on with what it has
  }
}

/** The pass for one website, drawn the first time. `hasWritten` says whether the server knows it yet. */
export function passFor(key) {
  const name = `rapport-pass-${key}`;
  const known = read(name);
  const pass = known ?? { id: uuid(), secret: secretOf(32), hasWritten: false };
  let isRenewed = false;
  return {
    get hasWritten() {
      return pass.hasWritten;
    },
    header: () => `Visitor ${pass.id}.${pass.secret}`,
    // kept before the first words leave: an answer that is lost on its way is asked for by the same pass
    write() {
      pass.hasWritten = true;
      keep(name, pass);
    },
    // another one, where ours opens nothing any more (the chat went to another brand); once a page, so that it never goes round
    renew() {
      if (isRenewed) return false;
      isRenewed = true;
      Object.assign(pass, { id: uuid(), secret: secretOf(32) });
      keep(name, pass);
      return true;
    },
  };
}

/** crypto.randomUUID is there only where the page came by https. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function secretOf(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
