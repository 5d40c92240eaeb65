// The shop's tag manager: listens to the data layer and feeds the vendors, each as far as consent allows.
import { Ga4 } from './ga4.js';
import { PlausibleTag } from './tag-plausible.js';
import { MixpanelTag } from './tag-mixpanel.js';
import { SnowplowTag } from './tag-snowplow.js';
import { faults } from './faults.js';

const MEASUREMENT_ID = 'G-LUMENDEMO1';
const STAGING_ID = 'G-LUMENSTAGE1';

const ga4 = new Ga4(MEASUREMENT_ID);
const staging = faults.has('wrong-measurement-id') ? new Ga4(STAGING_ID) : null;
const plausible = new PlausibleTag();
const mixpanel = new MixpanelTag();
const snowplow = new SnowplowTag();
const isUnasked = !document.cookie.includes('analytics:granted');
// Who sends whatever the shopper said; nobody should.
const always = { mixpanel: isUnasked && faults.has('before-consent'), snowplow: isUnasked && faults.has('snowplow-before-consent') };
let analytics = false;

const commands = {
  consent(action, state) {
    if (!(action === 'update' && faults.has('consent-update-lost'))) tellGa4(action, state);
    if (state.analytics_storage) setAnalytics(state.analytics_storage === 'granted', action);
  },
  config(id, params) {
    if (id !== MEASUREMENT_ID) return;
    ga4.config(params);
    staging?.config({ send_page_view: false });
  },
  event: (name, params) => ga4.event(name, params),
  js() {},
};

function tellGa4(action, state) {
  const told = action === 'update' && faults.has('consent-update-reversed') ? reversed(state) : state;
  ga4.consent(action, told);
  staging?.consent(action, told);
}

const reversed = (state) => Object.fromEntries(Object.entries(state).map(([type, word]) => [type, word === 'granted' ? 'denied' : 'granted']));

function setAnalytics(granted, action) {
  analytics = granted;
  if (action === 'update') {
    always.mixpanel ||= faults.has('mixpanel-ignores-refusal');
    always.snowplow ||= faults.has('snowplow-ignores-refusal');
  }
  if (granted || always.mixpanel) mixpanel.start();
  else mixpanel.stop();
  if (granted || always.snowplow) snowplow.start();
  else snowplow.stop();
}

// What the data layer of a tag manager holds when nobody clears it: lists are merged place by place.
let model = {};
function merged(ecommerce) {
  const items = [...ecommerce.items, ...(model.items ?? []).slice(ecommerce.items.length)];
  return (model = { ...model, ...ecommerce, items });
}

let before = null;
function ga4Params(event, params) {
  if (event === 'add_to_cart' && faults.has('stale-event-data') && before) return { ...params, items: before };
  if (event === 'begin_checkout' && faults.has('quantity-always-one')) return { ...params, items: params.items.map((item) => ({ ...item, quantity: 1 })) };
  if (event === 'purchase' && faults.has('random-transaction-id')) return { ...params, transaction_id: crypto.randomUUID() };
  return params;
}

function sendToGa4(event, params) {
  if (event === 'begin_checkout' && faults.has('lost-on-navigation')) setTimeout(() => ga4.event(event, params), 30000);
  else if (event === 'purchase' && staging) staging.event(event, params);
  else ga4.event(event, ga4Params(event, params));
  if (params.items) before = params.items;
}

function mixpanelParams(event, params) {
  return event === 'add_payment_info' && faults.has('net-value-at-mixpanel') ? { ...params, value: Math.round((params.value / 1.19) * 100) / 100 } : params;
}

function send({ event, ecommerce, ...rest }) {
  const params = { ...rest, ...(ecommerce && faults.has('stale-items') ? merged(ecommerce) : ecommerce) };
  sendToGa4(event, params);
  plausible.track(event, params);
  if (analytics || always.mixpanel) mixpanel.track(event, mixpanelParams(event, params));
  if (analytics || always.snowplow) snowplow.track(event, params);
}

function handle(entry) {
  if (Object.prototype.toString.call(entry) === '[object Arguments]') {
    const [command, ...rest] = entry;
    commands[command]?.(...rest);
  } else if (entry && typeof entry === 'object' && entry.event) {
    send(entry);
  }
}

if (always.mixpanel) mixpanel.startBeforeConsent();
if (always.snowplow) snowplow.start();
const push = window.dataLayer.push;
window.dataLayer.forEach(handle);
window.dataLayer.push = function (...entries) {
  const length = push.apply(window.dataLayer, entries);
  entries.forEach(handle);
  return length;
};
