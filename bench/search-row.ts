import type { Matter } from './tell-history.ts';

/** Most places that are kept of one word, as PostgreSQL does. */
const placesOfWord = 255;
/** Between two texts, so that no phrase reaches from one into the next. */
const gap = 2;

/** What the search holds of one conversation's public texts, and of its notes. */
export interface SearchParts {
  readonly head: string;
  readonly open: Buffer;
  readonly notes: Buffer | null;
}

/**
 * Reads a conversation into the search as `domains/conversations/search` does. The texts of the bench are plain ASCII, so
 * that a split does what the reader of all scripts does, ten times as fast.
 */
export function searchParts(matter: Matter, lineAddress: string, vocabulary: Set<string>): SearchParts {
  const people = {
    f: new Set<string>(),
    t: new Set<string>(),
  };
  const customer = `${matter.customer.name} ${matter.customer.address}`;
  const parts = { open: new Places(), notes: null as Places | null };
  begin(parts.open, matter);
  for (const { kind, text } of matter.moments) {
    if (kind === 'note') {
      parts.notes ??= begin(new Places(), matter);
      parts.notes.add(text);
      continue;
    }
    parts.open.add(text);
    if (kind === 'in') people.f.add(customer);
    people.t.add(kind === 'in' ? lineAddress : matter.customer.address);
  }
  for (const places of [parts.open, parts.notes]) {
    places?.add(matter.subject, 's:');
    for (const kind of ['f', 't'] as const)
      for (const person of people[kind]) {
        places?.add(person);
        places?.add(person, `${kind}:`);
      }
    for (const word of places?.words() ?? []) if (/^[a-z]{4,30}$/.test(word)) vocabulary.add(word);
  }
  return {
    head: [matter.subject, matter.customer.name, ...people.f, ...people.t].join(' ').toLowerCase().slice(0, 2_000),
    open: parts.open.toBinary(),
    notes: parts.notes?.toBinary() ?? null,
  };
}

function begin(places: Places, matter: Matter): Places {
  places.add(matter.subject);
  places.add(`${matter.customer.name} ${matter.number}`);
  return places;
}

/** Words with where they stand, on their way into a tsvector. */
class Places {
  readonly #of = new Map<string, number[]>();
  #next = 1;

  add(text: string, facet = ''): void {
    for (const word of text.toLowerCase().split(/[^a-z0-9]+/)) {
      if (word === '') continue;
      const key = facet + word;
      const places = this.#of.get(key);
      if (places === undefined) this.#of.set(key, [this.#next]);
      else if (places.length < placesOfWord) places.push(this.#next);
      this.#next += 1;
    }
    this.#next += gap;
  }

  words(): Iterable<string> {
    return this.#of.keys();
  }

  /** As PostgreSQL receives a tsvector: how many, then each word with its places. */
  toBinary(): Buffer {
    let size = 4;
    for (const [word, places] of this.#of) size += word.length + 3 + 2 * places.length;
    const buffer = Buffer.allocUnsafe(size);
    let at = buffer.writeInt32BE(this.#of.size, 0);
    for (const [word, places] of this.#of) {
      at += buffer.write(word, at, 'latin1');
      at = buffer.writeUInt8(0, at);
      at = buffer.writeUInt16BE(places.length, at);
      for (const place of places) at = buffer.writeUInt16BE(place, at);
    }
    return buffer;
  }
}
