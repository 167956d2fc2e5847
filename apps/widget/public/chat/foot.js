// What one writes in: the form where a name is asked first or nobody is there, else the field; and where answers go.
import { field, make, sendButton } from './draw.js';
import { keep, read } from './pass.js';

const foot = document.getElementById('foot');
let drawn = null;
let isLeaving = false;

/** Draws the foot anew only where it changes its kind: what somebody types in it stays. */
export function drawFoot(page) {
  const { facts, state, pass } = page;
  const isOutside = !state.isOpen;
  const asks = facts.asks === 'always' || (facts.asks === 'outside-hours' && isOutside);
  const kind = asks && !pass.hasWritten ? `form ${isOutside}` : 'field';
  if (kind !== drawn) {
    drawn = kind;
    foot.replaceChildren(kind === 'field' ? composer(page) : form(page, isOutside));
  }
  if (kind === 'field') drawUnder(page);
}

function form({ facts, say, send, isKept }, isOutside) {
  const needsAddress = isOutside && facts.goesByMail;
  const lead = isOutside ? say(facts.goesByMail ? 'formLeadMail' : 'formLead') : say('askLead');
  return make(
    'form',
    {
      class: 'chat-form',
      onSubmit(event) {
        event.preventDefault();
        const given = (id) => event.target.elements[id].value.trim();
        if (given('message') === '') return;
        void send({ text: given('message'), name: given('name'), address: given('address') });
      },
    },
    make('p', {}, lead),
    field({ id: 'name', label: say('name'), hint: say('optional'), autocomplete: 'name' }),
    field({
      id: 'address',
      label: say(needsAddress ? 'addressOutside' : 'address'),
      hint: needsAddress ? null : say('optional'),
      type: 'email',
      required: needsAddress,
      autocomplete: 'email',
    }),
    field({ id: 'message', label: say('message'), required: true, rows: 3 }),
    make('button', { type: 'submit', class: 'chat-act' }, say(isOutside ? 'send' : 'begin')),
    !isKept && make('p', { class: 'chat-small' }, say('notKept')),
  );
}

function composer({ facts, say, send }) {
  const draft = `rapport-draft-${facts.key}`;
  const text = make('textarea', {
    id: 'message',
    class: 'chat-text',
    rows: 1,
    maxlength: 5000,
    dir: 'auto',
    enterkeyhint: 'send',
    placeholder: say('write'),
    'aria-label': say('write'),
  });
  text.value = read(draft) ?? '';
  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
  };
  const go = () => {
    const said = text.value.trim();
    if (said === '') return;
    text.value = '';
    keep(draft, null);
    grow();
    text.focus();
    void send({ text: said });
  };
  text.addEventListener('input', () => {
    keep(draft, text.value === '' ? null : text.value);
    grow();
  });
  text.addEventListener('keydown', (event) => {
    // a word that is still being composed (Japanese, Chinese) is taken by Enter, not sent
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    go();
  });
  requestAnimationFrame(grow);
  const onSubmit = (event) => {
    event.preventDefault();
    go();
  };
  return make(
    'div',
    {},
    make('p', { class: 'chat-told', role: 'alert' }),
    make('form', { class: 'chat-write', onSubmit }, text, sendButton(say('send'))),
    make('div', { class: 'chat-under' }),
  );
}

/** Under the field: where answers go besides, or the way to say it. */
function drawUnder(page) {
  const { facts, state, pass, isKept } = page;
  foot.querySelector('.chat-told').textContent = state.told ?? '';
  const under = foot.querySelector('.chat-under');
  const address = state.talk?.address;
  const mayLeave = pass.hasWritten && facts.goesByMail && !address && state.talk;
  let kind = 'stays';
  if (!isKept) kind = 'not-kept';
  else if (address) kind = 'mail';
  else if (mayLeave) kind = isLeaving ? 'leaving' : 'leave';
  if (under.dataset.kind === kind) return;
  under.dataset.kind = kind;
  under.replaceChildren(underOf(kind, page));
}

function underOf(kind, page) {
  const { state, say } = page;
  const leave = (to) => () => {
    isLeaving = to;
    drawUnder(page);
    foot.querySelector(to ? '#address' : '#message')?.focus();
  };
  if (kind === 'leaving') return addressForm(page, leave(false));
  if (kind === 'leave')
    return make(
      'p',
      { class: 'chat-small' },
      say('leave'),
      ' ',
      make('button', { type: 'button', class: 'chat-link', onClick: leave(true) }, say('leaveAct')),
    );
  if (kind === 'mail') return make('p', { class: 'chat-small' }, say('goesByMail', { address: state.talk.address }));
  return make('p', { class: 'chat-small' }, say(kind === 'not-kept' ? 'notKept' : 'stays'));
}

function addressForm({ say, introduce }, onOver) {
  const wrong = make('p', { class: 'chat-told', role: 'alert' });
  return make(
    'form',
    {
      class: 'chat-leave',
      async onSubmit(event) {
        event.preventDefault();
        const address = event.target.elements.address.value.trim();
        const refused = await introduce({ address });
        if (refused) wrong.textContent = refused;
        else onOver();
      },
    },
    field({ id: 'address', label: say('address'), type: 'email', required: true, autocomplete: 'email' }),
    wrong,
    make(
      'div',
      { class: 'chat-pair' },
      make('button', { type: 'submit', class: 'chat-act' }, say('keep')),
      make('button', { type: 'button', class: 'chat-link', onClick: onOver }, say('cancel')),
    ),
  );
}
