// Plausible knows no lists: items become comma-separated properties, money becomes its revenue object.
import { init, track } from './plausible.js';
import { goalName } from './names.js';

export class PlausibleTag {
  constructor() {
    init({ domain: 'lumen-home.example', captureOnLocalhost: true, logging: false });
  }

  track(event, { currency, value, items, ...rest }) {
    const list = (key) => items?.map((item) => item[key]).join(',');
    const props = {
      ...rest,
      ...(items ? { item_id: list('item_id'), item_name: list('item_name'), item_category: list('item_category'), item_variant: list('item_variant'), price: list('price'), quantity: list('quantity') } : {}),
      ...(currency === undefined ? {} : { currency }),
      ...(value === undefined ? {} : { value }),
    };
    const revenue = currency !== undefined && value !== undefined ? { currency, amount: value } : undefined;
    track(goalName(event), { props, revenue });
  }
}
