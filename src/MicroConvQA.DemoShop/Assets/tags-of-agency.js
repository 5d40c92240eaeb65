// The container of an agency, which came on the page beside the shop's own: it sends to the same property what is sent already.
import { Ga4 } from './ga4.js';

const MEASUREMENT_ID = 'G-LUMENDEMO1';
const ga4 = new Ga4(MEASUREMENT_ID);

function handle(entry) {
  if (Object.prototype.toString.call(entry) === '[object Arguments]') {
    const [command, ...rest] = entry;
    if (command === 'consent') ga4.consent(...rest);
    if (command === 'config') ga4.config({ send_page_view: false });
  } else if (entry?.event === 'variant_select') {
    const { event, ...params } = entry;
    ga4.event(event, params);
  }
}

const push = window.dataLayer.push;
window.dataLayer.forEach(handle);
window.dataLayer.push = function (...entries) {
  const length = push.apply(window.dataLayer, entries);
  entries.forEach(handle);
  return length;
};
