// Before the first paint, so that a dark desk never flashes white. The same keys as shell/look.ts.
(function () {
  var look = {};
  try {
    look = JSON.parse(localStorage.getItem('rapport.look') || '{}');
  } catch (error) {
    look = {};
  }
  var dark =
    look.theme === 'dark' ||
    ((look.theme || 'system') === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  var root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = look.density || 'cosy';
  root.dir = look.direction || 'ltr';
})();
