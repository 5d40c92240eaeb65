// Plausible knows no lists: items become comma-separated properties, money becomes its revenue object.
import { init, track } from './plausible.js';
import { goalName } from './names.js';
import { faults } from './faults.js';

export class PlausibleTag {
  // The SDK asks the same, but not where it is told to work on localhost.
  #isOff = faults.has('plausible-minds-robots') && navigator.webdriver && !window.__plausible;

  constructor() {
    if (this.#isOff) return;
    const endpoint = faults.has('proxy-refuses-select-item') ? { endpoint: `${location.origin}/stats/api/event` } : {};
    init({ domain: 'lumen-home.example', captureOnLocalhost: true, logging: false, ...endpoint });
  }

  track(event, { currency, value, items, ...rest }) {
    if (this.#isOff) return;
    const list = (key) => items?.map((item) => item[key]).join(',');
    const props = {
      ...rest,
      ...(items ? { item_id: list('item_id'), item_name: list('item_name'), item_category: list('item_category'), item_variant: list('item_variant'), price: list('price'), quantity: list('quantity') } : {}),
      ...(currency === undefined ? {} : { currency }),
      ...(value === undefined ? {} : { value }),
    };
    const revenue = currency !== undefined && value !== undefined ? { currency, amount: value } : undefined;
    if (event === 'content_download' && faults.has('object-as-body')) navigator.sendBeacon('https://plausible.io/api/event', String({ name: goalName(event), props }));
    else track(goalName(event), { props, revenue });
  }
}
