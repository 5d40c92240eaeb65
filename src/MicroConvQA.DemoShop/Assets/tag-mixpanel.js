// Mixpanel takes the parameters as they are.
import { mixpanelName } from './names.js';
import { faults } from './faults.js';

const TOKEN = '4f1d7c2a9b8e4d53a6c0e1f2lumenhome';
// The SDK's queue waits for a lock before it takes an event, and forgets it where the page is left meanwhile: by beacon nothing waits.
const AT_ONCE = { send_immediately: true, transport: 'sendBeacon' };
const OPTIONS = { persistence: 'cookie', cross_subdomain_cookie: false, track_pageview: false, autocapture: false, record_sessions_percent: 0, ignore_dnt: true };

export class MixpanelTag {
  #started = false;

  start() {
    if (this.#started) return;
    this.#started = true;
    window.mixpanel.init(TOKEN, OPTIONS);
  }

  startBeforeConsent() {
    this.#started = true;
    window.mixpanel.init(TOKEN, { ...OPTIONS, track_pageview: true });
  }

  // What was created under consent is still sent by the SDK; new events are not handed to it.
  stop() {}

  track(event, params) {
    if (event === 'read_more' && faults.has('broken-base64')) return this.#sendHalf(event, params);
    window.mixpanel.track(mixpanelName(event), params, AT_ONCE);
  }

  #sendHalf(event, params) {
    const text = btoa(JSON.stringify([{ event: mixpanelName(event), properties: { token: TOKEN, ...params } }]));
    navigator.sendBeacon('https://api-js.mixpanel.com/track/?verbose=1&ip=1', new URLSearchParams({ data: text.slice(0, text.length / 2) }));
  }
}
