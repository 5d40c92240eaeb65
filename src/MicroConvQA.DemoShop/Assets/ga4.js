// GA4's wire protocol as the public gtag.js speaks it: a 5 s queue, CRLF batches with hoisted
// parameters, single hits in the query, consent signals, a flush when the page is left.

const QUEUE_MS = 5000;
const MOST_EVENTS = 20;
const MOST_BODY = 16384;
const LONGEST_URL = 2048;
const ENGAGED_AFTER_MS = 10000;
const SESSION_MS = 30 * 60 * 1000;
const CONVERSIONS = ['purchase'];
const AUTOMATIC = ['scroll', 'user_engagement'];
const CONSENT_TYPES = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];

const ITEM_KEYS = {
  item_id: 'id', id: 'id', item_name: 'nm', name: 'nm', item_brand: 'br', brand: 'br', item_category: 'ca',
  item_category2: 'c2', item_category3: 'c3', item_category4: 'c4', item_category5: 'c5', item_variant: 'va',
  variant: 'va', price: 'pr', quantity: 'qt', coupon: 'cp', item_list_name: 'ln', list_name: 'ln', list: 'ln',
  item_list_id: 'li', index: 'lp', list_position: 'lp', position: 'lp', discount: 'ds', affiliation: 'af',
  promotion_id: 'pi', promotion_name: 'pn', creative_name: 'cn', creative: 'cn', creative_slot: 'cs', location_id: 'lo',
};
const CUSTOM_INDEX = '0123456789ABCDEFGHIJKLMNOPQ';

const encode = (value) => encodeURIComponent(value);
const query = (pairs) => pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&');

function itemTokens(item) {
  const known = [], custom = [];
  for (const [key, value] of Object.entries(item)) {
    if (value === undefined || value === null) continue;
    if (key === 'category') known.push(...categoryTokens(String(value)));
    else if (ITEM_KEYS[key]) known.push(ITEM_KEYS[key] + escapeToken(value));
    else if (custom.length < CUSTOM_INDEX.length) custom.push([key, value]);
  }
  const pairs = custom.flatMap(([key, value], i) => [`k${CUSTOM_INDEX[i]}${escapeToken(key)}`, `v${CUSTOM_INDEX[i]}${escapeToken(value)}`]);
  return [...known, ...pairs].join('~');
}

const categoryTokens = (path) => path.split('/').slice(0, 5).map((part, i) => (i === 0 ? 'ca' : `c${i + 1}`) + escapeToken(part));
const escapeToken = (value) => String(value).replaceAll('~', '~~');

function parameterPairs(params, prefix) {
  return Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => [`${prefix}${typeof value === 'number' ? 'n' : ''}.${key}`, String(value)]);
}

const randomInt = () => Math.floor(Math.random() * 2147483647);
const seconds = (ms) => Math.floor(ms / 1000);

function readCookie(name) {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

function writeCookie(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${2 * 365 * 86400}; SameSite=Lax`;
}

export class Ga4 {
  #id;
  #endpoint;
  #queue = [];
  #timer = null;
  #requests = 0;
  #consent = {};
  #started = Date.now();
  #opened = performance.now();
  #visibleSince = performance.now();
  #engaged = 0;
  #configured = null;
  #client = null;
  #session = null;
  #userProperties = [];

  constructor(id, endpoint = 'https://www.google-analytics.com/g/collect') {
    this.#id = id;
    this.#endpoint = endpoint;
    addEventListener('pagehide', () => this.#leave());
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? this.#leave() : this.#come()));
  }

  /** gtag('consent', action, state) */
  consent(action, state) {
    const before = this.#allows('analytics_storage'), adsBefore = this.#allows('ad_storage');
    for (const type of CONSENT_TYPES.filter((type) => type in state))
      this.#consent[type] = { ...this.#consent[type], [action]: state[type] };
    if (action === 'update' && this.#configured) this.#consentChanged(adsBefore, before);
  }

  /** gtag('config', id, params) */
  config({ user_id, user_properties, ...params } = {}) {
    this.#configured = { user_id };
    this.#userProperties = parameterPairs(user_properties ?? {}, 'up');
    this.#openSession();
    if (params.send_page_view !== false) this.event('page_view', params);
  }

  /** gtag('event', name, params) */
  event(name, params = {}) {
    if (!this.#configured) return console.warn(`GA4 dropped ${name}: gtag('config') has to come first`);
    const { items, currency, ...rest } = params;
    const hit = {
      name,
      currency,
      alone: CONVERSIONS.includes(name) || this.#session.starts > 0,
      pairs: [
        ['en', name],
        ...(CONVERSIONS.includes(name) ? [['_c', '1']] : []),
        ...this.#takeSessionMarks(),
        ...(AUTOMATIC.includes(name) ? [] : [['_ee', '1']]),
        ...(items ?? []).slice(0, 200).map((item, i) => [`pr${i + 1}`, itemTokens(item)]),
        ...parameterPairs(rest, 'ep'),
        ...this.#takeUserProperties(),
        ...this.#takeEngagement(),
      ],
    };
    if (hit.alone) this.#sendAlone(hit);
    else this.#enqueue(hit);
  }

  /** Sends what waits, now. */
  flush(beacon = false) {
    clearTimeout(this.#timer);
    this.#timer = null;
    const hits = this.#queue;
    this.#queue = [];
    if (hits.length === 1) this.#sendSingle(hits[0], beacon);
    else if (hits.length > 1) this.#sendBatch(hits, beacon);
  }

  #enqueue(hit) {
    const size = [...this.#queue, hit].reduce((sum, each) => sum + query(each.pairs).length + 2, 0);
    if (this.#queue.length >= MOST_EVENTS || size > MOST_BODY) this.flush();
    this.#queue.push(hit);
    this.#timer ??= setTimeout(() => this.flush(), QUEUE_MS);
  }

  // What was created earlier must arrive earlier.
  #sendAlone(hit) {
    this.flush();
    this.#sendSingle(hit, false);
  }

  #sendSingle(hit, beacon, extra = {}) {
    const shared = [...this.#environment(extra), ['_s', String(++this.#requests)], ...this.#identity(hit.currency)];
    const pairs = [...hit.pairs, ['tfd', this.#sinceOpened()]];
    const whole = `${this.#endpoint}?${query([...shared, ...pairs])}`;
    if (whole.length <= LONGEST_URL) this.#transmit(whole, undefined, beacon);
    else this.#transmit(`${this.#endpoint}?${query([...shared, ['tfd', this.#sinceOpened()]])}`, query(hit.pairs), beacon);
  }

  #sendBatch(hits, beacon) {
    // Only what all hits share may stand in the query, or a line would inherit what it never had.
    const hoisted = hits.every((hit) => hit.currency === hits[0].currency) ? hits[0].currency : undefined;
    const lines = hits.map((hit) => query(hoisted || !hit.currency ? hit.pairs : [...hit.pairs, ['cu', hit.currency]]));
    const url = query([...this.#environment(), ...this.#identity(hoisted), ['_s', String(++this.#requests)], ['tfd', this.#sinceOpened()]]);
    this.#transmit(`${this.#endpoint}?${url}`, lines.join('\r\n'), beacon);
  }

  // fetch with keepalive outlives the page too, but only a beacon is allowed after the page was hidden.
  #transmit(url, body, beacon) {
    if (beacon && navigator.sendBeacon(url, body)) return;
    fetch(url, { method: 'POST', keepalive: true, mode: 'no-cors', credentials: 'include', body })
      .catch((problem) => console.warn(`GA4 could not send to ${url.split('?')[0]}: ${problem.message}`));
  }

  #environment({ consentUpdate } = {}) {
    const ads = this.#allows('ad_storage');
    const hints = navigator.userAgentData;
    return [
      ['v', '2'], ['tid', this.#id], ['gtm', '45je51g0v9100000001za200'], ['_p', String(this.#started)],
      ['gcs', this.#gcs()], ...(consentUpdate ? [['gcu', '1']] : []), ['gcd', this.#gcd()],
      ['npa', this.#allows('ad_personalization') ? '0' : '1'], ...(ads ? [] : [['dma_cps', '-']]), ['dma', '0'],
      ...(consentUpdate ? [['gcut', consentUpdate]] : []),
      ['cid', this.#client.id], ['ul', navigator.language.toLowerCase()], ['sr', `${screen.width}x${screen.height}`], ['lps', '1'],
      ...(hints ? [['uamb', hints.mobile ? '1' : '0'], ['uap', hints.platform]] : []),
      ['frm', window.top === window ? '0' : '1'], ['pscdl', ads ? 'noapi' : 'denied'],
    ];
  }

  #identity(currency) {
    return [
      ...(this.#configured.user_id ? [['uid', this.#configured.user_id]] : []),
      ...(currency ? [['cu', currency]] : []),
      ['sid', String(this.#session.id)], ['sct', String(this.#session.count)], ['seg', this.#isEngaged() ? '1' : '0'],
      ['dl', location.href], ...(document.referrer ? [['dr', document.referrer]] : []), ['dt', document.title],
    ];
  }

  // Without consent nothing is kept: every page is a first visit of somebody unknown.
  #openSession() {
    const storage = this.#allows('analytics_storage');
    const known = storage && readCookie('_ga')?.match(/^GA1\.1\.(\d+\.\d+)$/);
    this.#client = { id: known ? known[1] : `${randomInt()}.${seconds(this.#started)}`, isNew: !known };
    const last = storage && readCookie(this.#sessionCookie())?.match(/^GS2\.1\.s(\d+)\$o(\d+)\$g([01])\$t(\d+)/);
    const running = last && Date.now() - Number(last[4]) * 1000 < SESSION_MS;
    this.#session = running
      ? { id: Number(last[1]), count: Number(last[2]), engaged: true, starts: 0 }
      : { id: seconds(this.#started), count: last ? Number(last[2]) + 1 : 1, engaged: false, starts: 1 };
    if (storage) this.#remember();
  }

  #remember() {
    writeCookie('_ga', `GA1.1.${this.#client.id}`);
    writeCookie(this.#sessionCookie(), `GS2.1.s${this.#session.id}$o${this.#session.count}$g${this.#isEngaged() ? 1 : 0}$t${seconds(Date.now())}$j60$l0$h0`);
  }

  #sessionCookie() {
    return `_ga_${this.#id.replace(/^G-/, '')}`;
  }

  #takeSessionMarks() {
    if (this.#session.starts === 0) return [];
    this.#session.starts = 0;
    return [...(this.#client.isNew ? [['_fv', '1']] : []), ...(this.#client.isNew ? [['_nsi', '1']] : []), ['_ss', '1']];
  }

  #takeUserProperties() {
    const properties = this.#userProperties;
    this.#userProperties = [];
    return properties;
  }

  #takeEngagement() {
    const now = performance.now();
    if (this.#visibleSince !== null) {
      this.#engaged += now - this.#visibleSince;
      this.#visibleSince = now;
    }
    const engaged = Math.round(this.#engaged);
    this.#engaged = 0;
    const first = this.#requests === 0 && this.#queue.length === 0;
    return first ? [] : [['_et', String(Math.max(1, engaged))]];
  }

  #isEngaged() {
    return this.#session.engaged || performance.now() - this.#opened >= ENGAGED_AFTER_MS;
  }

  #sinceOpened() {
    return String(Math.round(performance.now() - this.#opened));
  }

  #consentChanged(adsBefore, analyticsBefore) {
    const analytics = this.#allows('analytics_storage'), ads = this.#allows('ad_storage');
    const changed = (ads !== adsBefore ? 1 : 0) + (analytics !== analyticsBefore ? 2 : 0);
    if (changed === 0) return;
    if (analytics) this.#remember();
    if (!analytics && !ads) return;
    this.flush();
    const pairs = [['en', 'user_engagement'], ['ep.ga_temp_client_id', this.#client.id], ...this.#takeEngagement()];
    this.#sendSingle({ name: 'user_engagement', pairs }, false, { consentUpdate: String(changed) });
  }

  #allows(type) {
    const state = this.#consent[type];
    return (state?.update ?? state?.default) !== 'denied';
  }

  #gcs() {
    const sign = (type) => (this.#consent[type] ? (this.#allows(type) ? '1' : '0') : '-');
    return `G1${sign('ad_storage')}${sign('analytics_storage')}`;
  }

  // Two digits of base 64 for each type: 3 (implicit), then default × 4 + update with unset 1, denied 2, granted 3.
  #gcd() {
    const letters = { 'unset,unset': 'l', 'unset,denied': 'm', 'unset,granted': 'n', 'denied,unset': 'p', 'denied,denied': 'q', 'denied,granted': 'r', 'granted,unset': 't', 'granted,denied': 'u', 'granted,granted': 'v' };
    const letter = (type) => letters[`${this.#consent[type]?.default ?? 'unset'},${this.#consent[type]?.update ?? 'unset'}`];
    return `1${CONSENT_TYPES.map((type) => `3${letter(type)}`).join('')}${Object.keys(this.#consent).length > 0 ? 5 : 1}l1`;
  }

  #leave() {
    this.flush(true);
    if (this.#visibleSince !== null) this.#engaged += performance.now() - this.#visibleSince;
    this.#visibleSince = null;
  }

  #come() {
    this.#visibleSince = performance.now();
  }
}
