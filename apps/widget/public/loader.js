// Rapport's widget: a button and, when asked for, a frame on our own origin; the page around keeps its styles and its focus.
// <script src="https://service.example.com/widget/loader.js" data-site="fernhill-k3x9qdma" async></script>
// data-site: a chat; data-brand instead: the ways to reach a brand. data-label: what the button is called. data-color: its colour.
'use strict';
if (document.currentScript && !window.rapportWidget) {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const { site, brand, label = site ? 'Chat' : 'Help', color = '#0A2F27' } = script.dataset;
  const button = document.createElement('button');
  const badge = document.createElement('span');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  // a page of the website that comes later looks for answers only where somebody wrote before
  const memory = 'rapport-chat';
  let frame = null;

  function style(element, rules) {
    for (const name in rules) element.style.setProperty(name, rules[name], 'important');
  }

  function remembered(storage, value) {
    try {
      if (value === undefined) return window[storage].getItem(memory);
      window[storage].setItem(memory, value);
    } catch {
      // the website's own visitors may keep nothing: then each page begins anew
    }
    return null;
  }

  function place() {
    if (!frame) return;
    const phone = window.innerWidth < 480;
    style(frame, {
      width: phone ? '100%' : '384px',
      height: phone ? '100dvh' : 'min(664px, calc(100dvh - 120px))',
      'inset-block-end': phone ? '0' : '88px',
      'inset-inline-end': phone ? '0' : '20px',
      'border-radius': phone ? '0' : '20px',
    });
  }

  function make() {
    if (frame) return;
    frame = document.createElement('iframe');
    const of = site ? 'site' : 'brand';
    const asked = site || brand ? '?' + of + '=' + encodeURIComponent(site || brand) : '';
    frame.src = origin + '/widget/frame' + asked;
    frame.title = label;
    style(frame, {
      display: 'none',
      position: 'fixed',
      'z-index': '2147483000',
      border: '0',
      'box-shadow': '0 18px 48px rgb(12 35 28 / .28)',
      'color-scheme': 'light dark',
      background: 'transparent',
    });
    document.body.appendChild(frame);
  }

  // where they are without what stands behind the question mark: that may be anybody's secret
  function tell(word) {
    if (frame) frame.contentWindow.postMessage({ rapport: word, page: location.origin + location.pathname }, origin);
  }

  function open() {
    make();
    place();
    style(frame, { display: 'block' });
    turn(true);
    remembered('sessionStorage', 'open');
    count(0);
    frame.focus();
    tell('opened');
  }

  function close() {
    if (!frame || !isOpen()) return;
    style(frame, { display: 'none' });
    turn(false);
    remembered('sessionStorage', 'closed');
    tell('closed');
    button.focus();
  }

  function turn(isOn) {
    button.setAttribute('aria-expanded', isOn);
    path.setAttribute('d', isOn ? 'm6 9 6 6 6-6' : 'M7.9 20A9 9 0 1 0 4 16.1L2 22Z');
  }

  function isOpen() {
    return button.getAttribute('aria-expanded') === 'true';
  }

  function count(unread) {
    badge.textContent = unread > 0 && !isOpen() ? unread : '';
    style(badge, { display: badge.textContent ? 'block' : 'none' });
    button.setAttribute('aria-label', badge.textContent ? label + ' (' + unread + ')' : label);
  }

  function draw() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    style(svg, {
      width: '26px',
      height: '26px',
      fill: 'none',
      stroke: '#fff',
      'stroke-width': '2',
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    });
    svg.appendChild(path);
    button.append(svg, badge);
  }

  button.type = 'button';
  turn(false);
  style(button, {
    position: 'fixed',
    'z-index': '2147483000',
    'inset-block-end': '20px',
    'inset-inline-end': '20px',
    display: 'grid',
    'place-items': 'center',
    width: '56px',
    height: '56px',
    padding: '0',
    border: '0',
    'border-radius': '50%',
    background: color,
    cursor: 'pointer',
    'box-shadow': '0 8px 26px rgb(8 37 31 / .3)',
  });
  style(badge, {
    position: 'absolute',
    'inset-block-start': '-4px',
    'inset-inline-end': '-4px',
    'min-width': '20px',
    padding: '0 5px',
    'border-radius': '10px',
    background: '#a94d0e',
    color: '#fff',
    font: '700 12px/20px system-ui, sans-serif',
  });
  draw();
  count(0);
  button.addEventListener('click', function () {
    if (isOpen()) close();
    else open();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') close();
  });
  window.addEventListener('resize', place);
  window.addEventListener('message', function (event) {
    if (event.origin !== origin || !event.data || !frame || event.source !== frame.contentWindow) return;
    if (event.data.rapport === 'close') close();
    if (event.data.rapport === 'ready' && isOpen()) tell('opened');
    if (event.data.rapport === 'began') remembered('localStorage', 'began');
    if (event.data.rapport === 'unread') count(event.data.count);
  });
  window.rapportWidget = { open: open, close: close };
  const begin = function () {
    document.body.appendChild(button);
    if (!site || remembered('localStorage') !== 'began') return;
    if (remembered('sessionStorage') === 'open' && window.innerWidth >= 480) open();
    else make();
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
}
