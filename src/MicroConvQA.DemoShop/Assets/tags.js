// The shop's tag manager: listens to the data layer and feeds the vendors, each as far as consent allows.
import { Ga4 } from './ga4.js';
import { PlausibleTag } from './tag-plausible.js';
import { MixpanelTag } from './tag-mixpanel.js';
import { SnowplowTag } from './tag-snowplow.js';

const MEASUREMENT_ID = 'G-LUMENDEMO1';
const faults = new Set(document.documentElement.dataset.faults.split(' ').filter(Boolean));

const ga4 = new Ga4(MEASUREMENT_ID);
const plausible = new PlausibleTag();
const mixpanel = new MixpanelTag();
const snowplow = new SnowplowTag();
let analytics = false;

const commands = {
  consent(action, state) {
    ga4.consent(action, state);
    if (state.analytics_storage) setAnalytics(state.analytics_storage === 'granted');
  },
  config: (id, params) => id === MEASUREMENT_ID && ga4.config(params),
  event: (name, params) => ga4.event(name, params),
  js() {},
};

function setAnalytics(granted) {
  analytics = granted;
  if (granted) {
    mixpanel.start();
    snowplow.start();
  } else {
    mixpanel.stop();
    snowplow.stop();
  }
}

function send({ event, ecommerce, ...rest }) {
  const params = { ...rest, ...ecommerce };
  if (!(event === 'purchase' && faults.has('ga4-only-missing-purchase'))) ga4.event(event, params);
  plausible.track(event, params);
  if (analytics || faults.has('before-consent')) mixpanel.track(event, params);
  if (analytics) snowplow.track(event, params);
}

function handle(entry) {
  if (Object.prototype.toString.call(entry) === '[object Arguments]') {
    const [command, ...rest] = entry;
    commands[command]?.(...rest);
  } else if (entry && typeof entry === 'object' && entry.event) {
    send(entry);
  }
}

if (faults.has('before-consent') && !document.cookie.includes('analytics:granted')) mixpanel.startBeforeConsent();
const push = window.dataLayer.push;
window.dataLayer.forEach(handle);
window.dataLayer.push = function (...entries) {
  const length = push.apply(window.dataLayer, entries);
  entries.forEach(handle);
  return length;
};
