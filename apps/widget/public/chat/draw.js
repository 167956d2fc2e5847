// What stands in the chat, made of elements: what somebody wrote is text and never markup.

/** An element with its attributes and children; `onClick` and `onSubmit` are what it does. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === 'onClick') element.addEventListener('click', value);
    else if (name === 'onSubmit') element.addEventListener('submit', value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** One thing that was said. `state` is of one's own that has not arrived: sending, or not sent. */
export function bubble({ said, say, brand, first, time, state, onAgain }) {
  const mine = said.by === 'visitor';
  const name = mine ? say('you') : (said.name ?? say('us', { brand }));
  return make(
    'div',
    { class: `chat-said ${mine ? 'mine' : 'ours'}${first ? ' first' : ''}`, 'data-id': said.id },
    make('span', { class: mine || !first ? 'chat-hidden' : 'chat-name', dir: 'auto' }, name),
    make('p', { dir: 'auto', title: time }, ...linked(said.text)),
    state === 'sending' && make('span', { class: 'chat-state' }, say('sending')),
    state === 'not-sent' &&
      make(
        'span',
        { class: 'chat-state bad' },
        say('notSent'),
        ' ',
        make('button', { type: 'button', class: 'chat-link', onClick: onAgain }, say('tryAgain')),
      ),
  );
}

/** A line between what was said: who came, what became of the matter. */
export function line(text) {
  return make('p', { class: 'chat-line', dir: 'auto' }, text);
}

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/gu;

/** Addresses of pages can be pressed; they open beside this page. */
function linked(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    parts.push(text.slice(from, found.index));
    parts.push(make('a', { href: found[0], target: '_blank', rel: 'noopener noreferrer nofollow' }, found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

/** A field with its label; several lines where `rows` is given. */
export function field({ id, label, hint, type = 'text', required, value, autocomplete, rows }) {
  const of = { id, name: id, required, autocomplete, class: 'chat-input' };
  const input = rows
    ? make('textarea', { ...of, rows, maxlength: 5000, dir: 'auto' })
    : make('input', { ...of, type, maxlength: type === 'email' ? 320 : 100, dir: 'auto' });
  input.value = value ?? '';
  return make(
    'div',
    { class: 'chat-field' },
    make('label', { for: id }, label, hint ? make('span', { class: 'chat-small' }, ` (${hint})`) : ''),
    input,
  );
}

/** The button that sends: an arrow, with its word for who hears it. */
export function sendButton(word) {
  const button = make('button', { type: 'submit', class: 'chat-send', 'aria-label': word });
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: 18,
    height: 18,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M12 19V5m-6 6 6-6 6 6');
  svg.append(path);
  button.append(svg);
  return button;
}
