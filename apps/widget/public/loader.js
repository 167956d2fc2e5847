// Rapport's widget: a button and, when asked for, a frame on our own origin; the page around keeps its styles and its focus.
// <script src="https://service.example.com/widget/loader.js" data-brand="fernhill" data-label="Help" async></script>
'use strict';
if (document.currentScript && !window.rapportWidget) {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const brand = script.dataset.brand;
  const label = script.dataset.label || 'Help';
  const button = document.createElement('button');
  let frame = null;

  function style(element, rules) {
    for (const name in rules) element.style.setProperty(name, rules[name], 'important');
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

  function open() {
    if (!frame) {
      frame = document.createElement('iframe');
      frame.src = origin + '/widget/frame' + (brand ? '?brand=' + encodeURIComponent(brand) : '');
      frame.title = label;
      style(frame, {
        position: 'fixed',
        'z-index': '2147483000',
        border: '0',
        'box-shadow': '0 18px 48px rgb(12 35 28 / .28)',
        'color-scheme': 'light dark',
        background: 'transparent',
      });
      document.body.appendChild(frame);
    }
    place();
    style(frame, { display: 'block' });
    button.setAttribute('aria-expanded', 'true');
    frame.focus();
  }

  function close() {
    if (!frame || !isOpen()) return;
    style(frame, { display: 'none' });
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  }

  function isOpen() {
    return button.getAttribute('aria-expanded') === 'true';
  }

  button.type = 'button';
  button.textContent = label;
  button.setAttribute('aria-expanded', 'false');
  style(button, {
    position: 'fixed',
    'z-index': '2147483000',
    'inset-block-end': '20px',
    'inset-inline-end': '20px',
    'min-height': '48px',
    padding: '0 20px',
    border: '0',
    'border-radius': '999px',
    background: '#0A2F27',
    color: '#fff',
    font: '600 15px system-ui, sans-serif',
    cursor: 'pointer',
    'box-shadow': '0 4px 14px rgb(12 35 28 / .3)',
  });
  button.addEventListener('click', function () {
    if (isOpen()) close();
    else open();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') close();
  });
  window.addEventListener('resize', place);
  window.addEventListener('message', function (event) {
    if (event.origin === origin && event.data && event.data.rapport === 'close') close();
  });
  window.rapportWidget = { open: open, close: close };
  if (document.body) document.body.appendChild(button);
  else
    document.addEventListener('DOMContentLoaded', function () {
      document.body.appendChild(button);
    });
}
