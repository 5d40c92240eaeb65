// Runs in every frame before the page's own scripts. It tells of each entry that reaches a data layer, of the documents and of their
// addresses. It must not be noticed by the page: nothing is added that a page would meet, and no fault of its own may surface.
(() => {
  'use strict';
  const layers = __LAYERS__;
  const journalKey = '__microconv';
  const limits = { text: 10000, depth: 16, nodes: 5000, stack: 20000 };

  // Taken before the page, its polyfills or a virtual clock can replace them.
  const now = Date.now.bind(Date);
  const quote = JSON.stringify.bind(JSON);
  const parse = JSON.parse.bind(JSON);
  const keysOf = Object.keys;
  const define = Object.defineProperty;
  const kindOf = Function.prototype.call.bind(Object.prototype.toString);
  const apply = Reflect.apply;
  const nativePush = Array.prototype.push;
  const read = Function.prototype.call.bind(Storage.prototype.getItem);
  const write = Function.prototype.call.bind(Storage.prototype.setItem);
  const remove = Function.prototype.call.bind(Storage.prototype.removeItem);
  const isoDate = Function.prototype.call.bind(Date.prototype.toISOString);
  const then = Function.prototype.call.bind(Promise.prototype.then);
  const PageError = Error;
  const listen = Function.prototype.call.bind(EventTarget.prototype.addEventListener);
  const closest = Function.prototype.call.bind(Element.prototype.closest);
  const currentEvent = (() => {
    for (let holder = window; holder; holder = Object.getPrototypeOf(holder)) {
      const found = Object.getOwnPropertyDescriptor(holder, 'event');
      if (found) return found.get;
    }
    return undefined;
  })();

  // A page may change the language under us, and under Playwright, on whose way our words go. While something of ours runs, all of this is
  // as it was; nobody can look meanwhile. Dates and timers are not among it, because a virtual clock replaces them.
  const describeOwn = Object.getOwnPropertyDescriptor;
  const prototypeOf = Object.getPrototypeOf;
  const ground = [];
  const stand = (holder, ...keys) => {
    for (const key of keys) {
      const found = describeOwn(holder, key);
      // Without a prototype, or a page could give a meaning to what a description leaves out.
      if (found) ground[ground.length] = { holder, key, found: Object.setPrototypeOf(found, null) };
    }
  };
  stand(window, 'JSON', 'Object', 'Array', 'String', 'Number', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Reflect', 'Symbol');
  stand(JSON, 'stringify', 'parse');
  stand(Object, 'is', 'keys', 'entries', 'fromEntries', 'assign', 'defineProperty', 'getOwnPropertyDescriptor', 'getPrototypeOf');
  stand(Object.prototype, 'toString', 'hasOwnProperty');
  stand(Function.prototype, 'call', 'apply', 'bind');
  stand(Array, 'isArray', 'from');
  stand(Array.prototype, Symbol.iterator, 'push', 'shift', 'slice', 'splice', 'join', 'map', 'some', 'includes', 'findIndex', 'indexOf', 'values');
  stand(String.prototype, 'slice', 'trim', 'replace', 'split', 'charCodeAt', 'startsWith');
  stand(RegExp.prototype, Symbol.replace, Symbol.split, 'exec');
  stand(Number, 'isFinite', 'isNaN');
  stand(Map.prototype, 'get', 'set', 'has', 'delete', 'values');
  stand(Set.prototype, 'has', 'add');
  stand(WeakMap.prototype, 'get', 'set', 'has');
  stand(WeakSet.prototype, 'has', 'add');
  stand(Promise, 'resolve');
  stand(Promise.prototype, 'then', 'constructor');
  for (const iterator of [[][Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator]()]) stand(prototypeOf(iterator), 'next');

  let isOnGround = false;
  const onGround = (action) => {
    if (isOnGround) return action();
    const moved = [];
    isOnGround = true;
    try {
      for (let index = 0; index < ground.length; index++) {
        const { holder, key, found } = ground[index];
        if (holder[key] === found.value) continue;
        const theirs = describeOwn(holder, key);
        try {
          define(holder, key, found);
          moved[moved.length] = { holder, key, theirs };
        } catch {
          continue; // the page made it final
        }
      }
      return action();
    } finally {
      for (let index = moved.length - 1; index >= 0; index--) {
        const { holder, key, theirs } = moved[index];
        if (theirs) define(holder, key, theirs);
        else delete holder[key];
      }
      isOnGround = false;
    }
  };

  const born = now();
  const documentId = `${now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
  let pushCount = 0;

  // An initial empty document hands its window to the page that follows: then only the document is new.
  const mark = Symbol.for('microconv.probe');
  const isFirst = !window[mark];
  if (isFirst) define(window, mark, { value: {}, enumerable: false });
  const state = window[mark];
  state.document = documentId;
  state.tell = window.__microconv || state.tell;
  delete window.__microconv;

  // Old libraries give toJSON to all arrays, which would spoil the message on its way.
  const withoutToJson = (action) => {
    const taken = [];
    for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
      const found = Object.getOwnPropertyDescriptor(prototype, 'toJSON');
      if (found && delete prototype.toJSON) taken[taken.length] = [prototype, found];
    }
    try {
      return action();
    } finally {
      for (let index = 0; index < taken.length; index++) define(taken[index][0], 'toJSON', taken[index][1]);
    }
  };

  const send = (message) => {
    try {
      return onGround(() => then(withoutToJson(() => state.tell(quote({ ...message, now: now() }))), () => true, () => false));
    } catch {
      return undefined;
    }
  };

  // ---- copying -------------------------------------------------------------------------------------------------------------------

  const describe = (value) => {
    if (typeof Node === 'function' && value instanceof Node)
      return `[${value.nodeType === 1 ? 'element' : 'node'} ${value.nodeName.toLowerCase()}${value.id ? '#' + value.id : ''}]`;
    if (value === window || kindOf(value) === '[object Window]') return '[window]';
    if (value instanceof PageError) return `[error ${value.name}: ${value.message}]`;
    if (kindOf(value) === '[object Promise]') return '[promise]';
    return undefined;
  };

  // Half of a character is no text: who reads it on the other side would refuse the whole message.
  const cut = (value, most) => {
    if (value.length <= most) return value;
    const next = value.charCodeAt(most);
    return `${value.slice(0, next >= 0xdc00 && next <= 0xdfff ? most - 1 : most)}…`;
  };

  const text = (value) => quote(cut(value, limits.text));

  // Written by hand, because a page may have given toJSON to arrays, and because values must keep their types.
  const copy = (value, depth, seen, budget) => {
    if (--budget.nodes < 0) return '"[too many values]"';
    switch (typeof value) {
      case 'string': return text(value);
      case 'number': return Number.isFinite(value) ? quote(value) : `"${value}"`;
      case 'boolean': return value ? 'true' : 'false';
      case 'undefined': return undefined;
      case 'bigint': return `"${value}"`;
      case 'symbol': return '"[symbol]"';
      case 'function': return text(`[function ${value.name}]`);
    }
    if (value === null) return 'null';
    if (seen.includes(value)) return '"[cycle]"';
    if (depth > limits.depth) return '"[too deep]"';
    const described = describe(value);
    if (described !== undefined) return text(described);
    if (kindOf(value) === '[object Date]') return Number.isNaN(+value) ? 'null' : quote(isoDate(value));
    return copyInside(value, depth + 1, [...seen, value], budget);
  };

  const copyInside = (value, depth, seen, budget) => {
    const type = kindOf(value);
    if (type === '[object Set]') value = [...value];
    if (type === '[object Map]') value = Object.fromEntries(value);
    const parts = [];
    if (Array.isArray(value) || type === '[object Arguments]') {
      for (let index = 0; index < value.length && budget.nodes >= 0; index++)
        nativePush.call(parts, copyOf(value, index, depth, seen, budget) ?? 'null');
      return `[${parts.join(',')}]`;
    }
    for (const key of keysOf(value)) {
      if (budget.nodes < 0) break;
      const copied = copyOf(value, key, depth, seen, budget);
      if (copied !== undefined) nativePush.call(parts, `${text(key)}:${copied}`);
    }
    return `{${parts.join(',')}}`;
  };

  const copyOf = (holder, key, depth, seen, budget) => {
    try {
      return copy(holder[key], depth, seen, budget);
    } catch {
      return '"[unreadable]"';
    }
  };

  const bodyOf = (entry) => {
    const isCommand = Array.isArray(entry) || kindOf(entry) === '[object Arguments]';
    const copied = copyOf([entry], 0, 0, [], { nodes: limits.nodes }) ?? 'null';
    return `{"kind":"${isCommand ? 'command' : 'message'}","entry":${copied}}`;
  };

  // ---- telling -------------------------------------------------------------------------------------------------------------------

  const stack = () => {
    const { stackTraceLimit, prepareStackTrace } = PageError;
    try {
      PageError.stackTraceLimit = 25;
      PageError.prepareStackTrace = undefined;
      return String(new PageError().stack).slice(0, limits.stack);
    } catch {
      return '';
    } finally {
      PageError.stackTraceLimit = stackTraceLimit;
      if (prepareStackTrace === undefined) delete PageError.prepareStackTrace;
      else PageError.prepareStackTrace = prepareStackTrace;
    }
  };

  // What is told while a page is being left is lost on its way, so each push also stands in the session's storage until it is
  // acknowledged; the next page of the same origin and tab hands over what stands there. What is pushed faster than anybody can hear it is
  // not told, but how much that was is: to keep all of a flood would take the page longer than the flood itself.
  const unacknowledged = new Map();
  const waiting = { pushes: 0, letters: 0 };
  const most = { pushes: 500, letters: 4000000 };
  let unheard = 0;
  let isTellingUnheard = false;
  const journal = () => {
    try {
      if (waiting.pushes === 0 && unheard === 0) remove(sessionStorage, journalKey);
      else write(sessionStorage, journalKey, `{"pushes":[${[...unacknowledged.values()].join(',')}],"unheard":${unheard}}`);
    } catch {
      return; // no storage here: an opaque origin, or its quota is used up
    }
  };

  // Once for all that one task pushes, at its end: no page is left before that.
  const soon = Promise.resolve();
  let isJournalDue = false;
  const journalSoon = () => {
    if (isJournalDue) return;
    isJournalDue = true;
    then(soon, () => safely(() => {
      isJournalDue = false;
      journal();
    }));
  };

  const handOver = () => {
    try {
      const kept = read(sessionStorage, journalKey);
      if (kept === null) return;
      remove(sessionStorage, journalKey);
      send({ kind: 'journal', ...parse(kept) });
    } catch {
      return; // no storage here
    }
  };

  // What the shopper did before a push: the event that is being handled, else the last one of the shopper, because code often waits.
  const doings = ['click', 'submit', 'change', 'input', 'keydown', 'touchend'];
  const milestones = ['DOMContentLoaded', 'load', 'pageshow', 'pagehide', 'visibilitychange', 'beforeunload', 'unload', 'popstate', 'hashchange', 'scroll'];
  const controls = 'a, button, input, select, textarea, summary, label, form, [role=button], [role=link], [role=tab], [role=option]';
  let lastDoing;

  const nameOf = (target) => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (!(target instanceof Element)) return '';
    const control = closest(target, controls);
    const element = control || target;
    const label = element.getAttribute('aria-label') || (control && element.localName !== 'form' ? element.textContent : '') || element.getAttribute('name') || '';
    const words = label.trim().replace(/\s+/g, ' ');
    return element.localName + (element.id ? `#${element.id}` : '') + (words ? ` '${cut(words, 40)}'` : '');
  };

  const triggerOf = () => {
    try {
      const event = currentEvent && apply(currentEvent, window, []);
      const isTold = event && (doings.includes(event.type) || milestones.includes(event.type));
      if (isTold) return { type: event.type, target: nameOf(event.target), ago: 0 };
      return lastDoing && { type: lastDoing.type, target: lastDoing.target, ago: now() - lastDoing.time };
    } catch {
      return undefined; // a page may have replaced what is asked here
    }
  };

  const record = (entry) => {
    if (waiting.pushes >= most.pushes || waiting.letters >= most.letters) {
      if (++unheard === 1) journalSoon();
      return;
    }
    const push = {
      id: `${documentId}.${++pushCount}`,
      document: state.document,
      url: location.href,
      time: now(),
      body: bodyOf(entry),
      stack: stack(),
      trigger: triggerOf(),
    };
    const words = quote(push);
    unacknowledged.set(push.id, words);
    waiting.pushes += 1;
    waiting.letters += words.length;
    journalSoon();
    const told = send({ kind: 'push', push });
    if (told) then(told, (isKnown) => safely(() => isKnown && acknowledged(push.id, words)));
  };

  const acknowledged = (id, words) => {
    unacknowledged.delete(id);
    waiting.pushes -= 1;
    waiting.letters -= words.length;
    // What is handed over though it is known already costs nothing; to write all anew for each would.
    if (waiting.pushes % 32 === 0) journal();
    if (waiting.pushes === 0 && unheard > 0 && !isTellingUnheard) tellUnheard(unheard);
  };

  const tellUnheard = (count) => {
    const told = send({ kind: 'unheard', count });
    if (!told) return;
    isTellingUnheard = true;
    then(told, (isKnown) => safely(() => {
      isTellingUnheard = false;
      if (isKnown) unheard -= count;
      journal();
    }));
  };

  const safely = (action) => {
    try {
      onGround(action);
    } catch {
      return; // the page must go on as if nobody watched
    }
  };

  // ---- data layers ---------------------------------------------------------------------------------------------------------------

  // A tag manager replaces push and calls the one that it found. Both levels are watched: an entry is told when the outermost push gets
  // it, and when it then arrives at the native push it is not told again; one that arrives only there is told there.
  const watched = new WeakSet();
  const told = new WeakSet();
  const watch = (layer) => {
    if (layer === null || typeof layer !== 'object' || watched.has(layer) || typeof layer.push !== 'function') return;
    watched.add(layer);
    if (Array.isArray(layer)) for (const entry of layer.slice()) safely(() => recordOnce(entry));
    const ownPush = layer.push;
    const awaited = [];

    const inner = function push(...entries) {
      for (let at = 0; at < entries.length; at++) safely(() => {
        const entry = entries[at];
        const index = awaited.findIndex((one) => one.entry === entry || one.isRunning && one.body === bodyOf(entry));
        if (index >= 0) awaited.splice(index, 1);
        else remember(entry);
      });
      return apply(ownPush, this, entries);
    };

    let current = inner;

    // Each tag manager must find the push of the one before it, or the second would call itself for ever. An entry that is on its way
    // inwards already was told by the outermost.
    const outers = new WeakMap();
    const targets = new WeakMap();
    const outerOf = (target) => {
      if (target === inner) return inner;
      if (outers.has(target)) return outers.get(target);
      const outer = function push(...entries) {
        const mine = [];
        for (let at = 0; at < entries.length; at++) safely(() => {
          const entry = entries[at];
          if (awaited.some((one) => one.isRunning && (one.entry === entry || one.body === bodyOf(entry)))) return;
          remember(entry);
          const one = { entry, body: bodyOf(entry), isRunning: true };
          nativePush.call(mine, one);
          nativePush.call(awaited, one);
          if (awaited.length > 100) awaited.shift();
        });
        try {
          return apply(target, this, entries);
        } finally {
          for (let at = 0; at < mine.length; at++) mine[at].isRunning = false;
        }
      };
      outers.set(target, outer);
      targets.set(outer, target);
      return outer;
    };

    define(layer, 'push', {
      configurable: true,
      enumerable: false,
      get: () => (typeof current === 'function' ? onGround(() => outerOf(current)) : current),
      set: (replacement) => { current = onGround(() => targets.get(replacement)) ?? replacement; },
    });
  };

  const remember = (entry) => {
    if (entry !== null && typeof entry === 'object') told.add(entry);
    record(entry);
  };

  // Entries that stand in an array when it becomes the data layer; a copy of the layer before it brings entries that were told already.
  const recordOnce = (entry) => {
    if (entry === null || typeof entry !== 'object' || !told.has(entry)) remember(entry);
  };

  if (isFirst) for (const name of layers) safely(() => {
    let layer = window[name];
    watch(layer);
    define(window, name, {
      configurable: true,
      enumerable: true,
      get: () => layer,
      set: (replacement) => {
        layer = replacement;
        safely(() => watch(replacement));
      },
    });
  });

  for (const type of doings) listen(window, type, (event) => safely(() => {
    if (event.isTrusted) lastDoing = { type, target: nameOf(event.target), time: now() };
  }), { capture: true, passive: true });

  // ---- the shopper's hand --------------------------------------------------------------------------------------------------------

  // When an action comes to the page: a click may have to wait for its button. A choice in a list and a file are set without a trusted event.
  const felt = ['pointerover', 'mouseover', 'pointermove', 'mousemove', 'pointerdown', 'mousedown', 'touchstart', 'keydown', 'focusin', 'click', 'wheel', 'scroll'];
  const set = ['input', 'change'];
  let lastScroll = 0;
  // Each message costs the browser an answer: what is felt until the one before is answered is told in one. The first of an action is told at once, so that a
  // page that is left by it has told of it.
  let untold;
  const tellFelt = (event) => {
    const time = now();
    if (event.type === 'scroll' && time - lastScroll < 50) return;
    if (event.type === 'scroll') lastScroll = time;
    if (untold) nativePush.call(untold, time);
    else tellTimes([time]);
  };
  const tellTimes = (times) => {
    const answered = send({ kind: 'felt', times, born });
    if (!answered) return;
    untold = [];
    then(answered, () => safely(() => {
      const more = untold;
      untold = undefined;
      if (more.length > 0) tellTimes(more);
    }));
  };
  for (const type of felt) listen(window, type, (event) => safely(() => event.isTrusted && tellFelt(event)), { capture: true, passive: true });
  for (const type of set) listen(window, type, (event) => safely(() => tellFelt(event)), { capture: true, passive: true });

  // ---- cookies and storage --------------------------------------------------------------------------------------------------------

  // Who writes which name, told once a document; the value stays on the page. What one task writes is told in one message, at its end.
  const written = new Set();
  let writes;
  const tellWriter = (store, name) => {
    const key = `${store} ${name}`;
    if (written.has(key) || written.size > 500 || name === journalKey) return;
    written.add(key);
    const write = { store, name: name.slice(0, 200), stack: stack() };
    if (writes) {
      nativePush.call(writes, write);
      return;
    }
    writes = [write];
    then(soon, () => safely(() => {
      const told = writes;
      writes = undefined;
      send({ kind: 'stored', writes: told });
    }));
  };

  if (isFirst) safely(() => {
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    define(Document.prototype, 'cookie', {
      ...cookie,
      set(text) {
        safely(() => tellWriter('cookie', String(text).split('=', 1)[0].trim()));
        apply(cookie.set, this, [text]);
      },
    });
    const setItem = Storage.prototype.setItem;
    define(Storage.prototype, 'setItem', {
      ...Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem'),
      value: {
        setItem(...given) {
          safely(() => tellWriter(this === window.sessionStorage ? 'sessionStorage' : 'localStorage', String(given[0])));
          return apply(setItem, this, given);
        },
      }.setItem,
    });
  });

  // ---- bot checks ----------------------------------------------------------------------------------------------------------------

  // Some SDKs send nothing where a program drives the browser: who asks for that is told, once each. The answer stays the browser's own.
  if (isFirst && __WATCHES_BOT_CHECKS__) safely(() => {
    const found = Object.getOwnPropertyDescriptor(Navigator.prototype, 'webdriver');
    const asked = new Set();
    const tell = () => {
      const from = stack();
      if (asked.has(from) || asked.size >= 50) return;
      asked.add(from);
      send({ kind: 'botCheck', stack: from });
    };
    const get = new Proxy(found.get, {
      apply(native, navigator, args) {
        const isDriven = apply(native, navigator, args);
        if (isDriven) safely(tell);
        return isDriven;
      },
    });
    define(Navigator.prototype, 'webdriver', { ...found, get });
  });

  // ---- documents -----------------------------------------------------------------------------------------------------------------

  handOver();
  // A frame is no visit, and each message costs it a way to us and back.
  if (window !== window.top) return;
  send({ kind: 'document', document: documentId, url: location.href });

  const moved = () => send({ kind: 'moved', document: documentId, url: location.href });
  if (window.navigation) window.navigation.addEventListener('currententrychange', moved);
  else for (const event of ['popstate', 'hashchange']) window.addEventListener(event, moved);
  // On the window, not the document: a popup's first empty document hands its window over without a word.
  window.addEventListener('DOMContentLoaded', () => send({ kind: 'title', document: documentId, url: location.href, title: document.title }));
})();
//# sourceURL=microconv-probe.js
