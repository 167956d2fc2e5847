// Inside the widget's frame. It tells the page around it one thing: close. No data crosses.
(function () {
  function close() {
    parent.postMessage({ rapport: 'close' }, '*');
  }
  var shut = document.querySelector('.shut');
  if (shut && parent !== window) {
    shut.hidden = false;
    shut.addEventListener('click', close);
  }
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') close();
  });
  document.querySelectorAll('a[href]').forEach(function (link) {
    // a mail programme or telephone opens from the page around, not inside the frame
    link.target = '_top';
  });
})();
