'use strict';
/** Loads a CommonJS module, and what it requires, by synchronous requests; `packages` says where other packages' files are. */
function requireFrom(path, packages) {
  const loaded = {};
  const load = url => {
    if (!loaded[url]) {
      const request = new XMLHttpRequest();
      request.open('GET', url, false);
      request.send();
      const module = loaded[url] = { exports: {} };
      const folder = url.slice(0, url.lastIndexOf('/') + 1);
      const require = name => load(packages[name] ?? new URL(`${name}.js`, location.origin + folder).pathname);
      new Function('module', 'exports', 'require', request.responseText)(module, module.exports, require);
    }
    return loaded[url].exports;
  };
  return load(path);
}
