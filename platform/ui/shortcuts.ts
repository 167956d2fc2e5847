/** Where a shortcut listens. `list`, `thread` and `call` listen while something there offers the command. */
export type ShortcutScope = 'global' | 'list' | 'thread' | 'composer' | 'call';

export interface Shortcut {
  /** Also the key of its words: `shortcuts.<id>`. */
  readonly id: string;
  /** Default keys, e.g. `mod+k`, `g i` (one after the other), `shift+a`; several mean any of them. */
  readonly keys: readonly string[];
  readonly scope: ShortcutScope;
  /** Which group of the palette and of the sheet shows it. */
  readonly group: 'conversation' | 'go' | 'list' | 'composer' | 'chat' | 'call' | 'app';
}

const of = (scope: ShortcutScope, group: Shortcut['group'], id: string, ...keys: string[]): Shortcut => ({
  id,
  keys,
  scope,
  group,
});

/**
 * The one registry (R1): palette, tooltips, the `?` sheet, the hint bar and Settings are all drawn from it, so a
 * shortcut without a command that can be found by its words cannot exist.
 */
export const shortcuts: readonly Shortcut[] = [
  of('global', 'app', 'palette', 'mod+k'),
  of('global', 'app', 'search', '/'),
  of('global', 'app', 'sheet', '?'),
  of('global', 'app', 'nextPane', 'f6'),
  of('global', 'app', 'previousPane', 'shift+f6'),
  of('global', 'app', 'undo', 'z'),
  of('global', 'go', 'goInbox', 'g i'),
  of('global', 'go', 'goCustomers', 'g u'),
  of('global', 'go', 'goInsights', 'g r'),
  of('global', 'go', 'goLive', 'g l'),
  of('global', 'go', 'goCareer', 'g m'),
  of('global', 'go', 'goHiring', 'g o'),
  of('global', 'go', 'goChats', 'g h'),
  of('global', 'go', 'goTasks', 'g t'),
  of('global', 'go', 'goImprovements', 'g f'),
  of('global', 'go', 'goSettings', 'g ,'),
  of('list', 'list', 'next', 'j', 'arrowdown'),
  of('list', 'list', 'previous', 'k', 'arrowup'),
  of('list', 'list', 'open', 'enter', 'o'),
  of('list', 'list', 'showNew', '.'),
  of('global', 'list', 'compose', 'c'),
  of('list', 'list', 'select', 'x'),
  of('list', 'list', 'selectNext', 'shift+j', 'shift+arrowdown'),
  of('list', 'list', 'selectPrevious', 'shift+k', 'shift+arrowup'),
  of('list', 'list', 'selectAll', 'shift+x'),
  of('list', 'list', 'selectNone', 'shift+escape'),
  of('list', 'list', 'lastBatches', 'shift+z'),
  of('list', 'list', 'filter', 'f'),
  of('list', 'list', 'chooseList', 'v'),
  of('list', 'list', 'newView', 'shift+v'),
  of('thread', 'conversation', 'close', 'e'),
  of('thread', 'conversation', 'reopen', 'shift+o'),
  of('thread', 'conversation', 'snooze', 's'),
  of('thread', 'conversation', 'assign', 'a'),
  of('thread', 'conversation', 'assignMe', 'i'),
  of('thread', 'conversation', 'tag', 'l'),
  of('thread', 'conversation', 'reason', 'shift+l'),
  of('thread', 'conversation', 'status', 'shift+s'),
  of('thread', 'conversation', 'priority', 'p'),
  of('thread', 'conversation', 'queue', 'q'),
  of('thread', 'conversation', 'unread', 'u'),
  of('thread', 'conversation', 'merge', 'm'),
  of('thread', 'conversation', 'link', 'b'),
  of('thread', 'conversation', 'promise', 'shift+p'),
  of('thread', 'conversation', 'checklist', 'shift+b'),
  of('thread', 'conversation', 'suggestFix', 'shift+f'),
  of('thread', 'conversation', 'follow', 'y'),
  of('thread', 'conversation', 'confide', 'shift+n'),
  of('thread', 'conversation', 'share', 'shift+g'),
  of('thread', 'conversation', 'reply', 'r'),
  of('thread', 'conversation', 'note', 'n'),
  of('thread', 'conversation', 'previousConversation', '['),
  of('thread', 'conversation', 'nextConversation', ']'),
  of('thread', 'conversation', 'panel', '\\'),
  of('composer', 'composer', 'send', 'mod+enter'),
  of('composer', 'composer', 'sendAndClose', 'mod+shift+enter'),
  of('composer', 'composer', 'sendLater', 'mod+alt+enter'),
  of('composer', 'composer', 'switchMode', 'mod+shift+.'),
  of('thread', 'composer', 'macro', ';'),
  of('composer', 'composer', 'bold', 'mod+b'),
  of('composer', 'composer', 'italic', 'mod+i'),
  of('composer', 'composer', 'orderedList', 'mod+shift+7'),
  of('composer', 'composer', 'bulletList', 'mod+shift+8'),
  of('composer', 'composer', 'blockquote', 'mod+shift+9'),
  of('composer', 'composer', 'webLink', 'mod+shift+k'),
  of('composer', 'composer', 'leaveField', 'escape'),
  ...[1, 2, 3, 4, 5, 6].map((place) => of('global', 'chat', `chat${place}`, `alt+${place}`)),
  of('list', 'chat', 'takeChat', 't'),
  ...[1, 2, 3, 4].map((place) => of('list', 'list', `choice${place}`, String(place))),
  of('call', 'call', 'answerCall', 'shift+a'),
  of('call', 'call', 'holdCall', 'shift+h'),
  of('call', 'call', 'endCall', 'shift+e'),
];

const byId = new Map(shortcuts.map((shortcut) => [shortcut.id, shortcut]));

/** What a teammate changed: their own keys, and whether single letters are off (WCAG 2.1.4, R4). */
export interface ShortcutChoices {
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly singleKeysOff: boolean;
}

export const defaultChoices: ShortcutChoices = { keys: {}, singleKeysOff: false };

/** The keys of one command as this teammate has them; empty when none work. */
export function keysOf(id: string, choices: ShortcutChoices): readonly string[] {
  const keys = choices.keys[id] ?? byId.get(id)?.keys ?? [];
  return choices.singleKeysOff ? keys.filter((key) => !isSingleKey(key)) : keys;
}

/** Keys that two commands of overlapping scopes share, shown at once in Settings. */
export function conflictsOf(choices: ShortcutChoices): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const shortcut of shortcuts) {
    for (const key of keysOf(shortcut.id, choices)) users.set(key, [...(users.get(key) ?? []), shortcut.id]);
  }
  return new Map([...users].filter(([, ids]) => ids.length > 1));
}

/** One letter or sign, with or without shift: what typing also produces. */
export function isSingleKey(keys: string): boolean {
  const first = keys.split(' ')[0] ?? '';
  return !/^(mod|alt)\+/u.test(first) && !/(escape|f\d+|arrow\w+|enter)$/u.test(first);
}

const signs = /^[\p{L}\p{N}\p{P}\p{S}]$/u;

/**
 * One key press in the registry's notation. `key` first, and `code` only where the layout gives no Latin letter
 * (R3), so a Cyrillic keyboard still closes with the key that carries E.
 */
export function chordOf(press: KeyPress): string {
  const key = press.key.toLowerCase();
  const fromCode = /^(?:Key|Digit)(\w)$/u.exec(press.code)?.[1]?.toLowerCase();
  const isLatin = /^[\u0020-\u024f]$/u.test(key);
  // ⌥1 types another sign on a Mac: with it the key is meant, not what it would print. AltGr is Ctrl with Alt.
  const isByPlace = press.altKey && !press.ctrlKey && fromCode !== undefined;
  const name = isByPlace || (signs.test(key) && !isLatin) ? (fromCode ?? key) : key;
  const isLetter = /^[a-z0-9]$/u.test(name) || name.length > 1;
  const mods = [
    press.metaKey || press.ctrlKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    // A sign already needs shift on some layouts and not on others: only letters and named keys ask for it.
    press.shiftKey && (isLetter || press.metaKey || press.ctrlKey) ? 'shift' : '',
  ].filter(Boolean);
  const isFullStop = press.code === 'Period' && mods.includes('shift');
  const base = isFullStop ? '.' : name.replace(' ', 'space');
  return [...mods, base].join('+');
}

/** What a matcher needs of a KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Milliseconds within which the second key of `g i` must follow. */
const sequenceMs = 1200;

/** Reads presses one after the other and says which command is meant; keeps the half-typed `g` between them. */
export class KeyReader {
  #prefix = '';
  #prefixAt = 0;

  /** The ids that this press means among `live` (id → keys), most specific first. */
  read(chord: string, atMs: number, live: ReadonlyMap<string, readonly string[]>): string | undefined {
    const prefix = atMs - this.#prefixAt <= sequenceMs ? this.#prefix : '';
    this.#prefix = '';
    const whole = prefix === '' ? chord : `${prefix} ${chord}`;
    for (const [id, keys] of live) if (keys.includes(whole)) return id;
    const begins = [...live.values()].some((keys) => keys.some((key) => key.startsWith(`${chord} `)));
    if (begins && prefix === '') {
      this.#prefix = chord;
      this.#prefixAt = atMs;
    }
    return undefined;
  }
}
