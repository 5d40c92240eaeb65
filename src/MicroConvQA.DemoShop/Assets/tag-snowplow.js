// Snowplow gets the actions of its ecommerce plugin where it has one, and self-describing events for the rest.
import { faults } from './faults.js';

const COLLECTOR = faults.has('collector-refuses-lists') ? location.origin : 'https://collector.lumen-home.example';
const VENDOR = 'example.lumen-home';

const product = (item, currency) => ({
  id: item.item_id, name: item.item_name, category: item.item_category, variant: item.item_variant,
  price: item.price, quantity: item.quantity, currency, ...(item.index ? { position: item.index } : {}),
});

const products = ({ items, currency }) => items.map((item) => product(item, currency));

// Every ecommerce action carries the conversion itself, because the plugin's entities have no room for all of it.
const conversion = (event, { items, ...params }) => ({
  context: [{ schema: `iglu:${VENDOR}/conversion/jsonschema/1-0-0`, data: { name: event, ...params } }],
});

const ACTIONS = {
  view_item_list: (sdk, p, c) => sdk.trackProductListView({ name: p.item_list_name, products: products(p), ...c }),
  select_item: (sdk, p, c) => sdk.trackProductListClick({ name: p.item_list_name, product: products(p)[0], ...c }),
  view_item: (sdk, p, c) => sdk.trackProductView({ ...products(p)[0], ...c }),
  add_to_cart: (sdk, p, c) => sdk.trackAddToCart({ products: products(p), total_value: p.value, currency: p.currency, ...c }),
  remove_from_cart: (sdk, p, c) => sdk.trackRemoveFromCart({ products: products(p), total_value: p.value, currency: p.currency, ...c }),
  begin_checkout: (sdk, p, c) => sdk.trackCheckoutStep({ step: 1, coupon_code: p.coupon, ...c }),
  add_shipping_info: (sdk, p, c) => sdk.trackCheckoutStep({ step: 3, delivery_method: p.shipping_tier, coupon_code: p.coupon, ...c }),
  add_payment_info: (sdk, p, c) => sdk.trackCheckoutStep({ step: 4, payment_method: p.payment_type, coupon_code: p.coupon, ...c }),
  purchase: (sdk, p, c) => sdk.trackTransaction({
    transaction_id: p.transaction_id, revenue: p.value, currency: p.currency, payment_method: p.payment_type,
    tax: p.tax, shipping: p.shipping, discount_code: p.coupon, discount_amount: p.discount, products: products(p), ...c,
  }),
};

export class SnowplowTag {
  #started = false;

  start() {
    if (this.#started) return;
    this.#started = true;
    const { newTracker, trackPageView } = window.snowplowBrowserTracking;
    newTracker('lumen', COLLECTOR, {
      appId: 'lumen-shop', eventMethod: 'post', keepalive: true,
      plugins: [window.snowplowEcommerceAccelerator.SnowplowEcommercePlugin()],
    });
    trackPageView();
  }

  // What was created under consent is still sent by the SDK; new events are not handed to it.
  stop() {}

  track(event, params) {
    const action = ACTIONS[event];
    if (event === 'store_locator' && faults.has('cut-body')) this.#sendHalf(event, params);
    else if (action) action(window.snowplowEcommerceAccelerator, params, conversion(event, params));
    else window.snowplowBrowserTracking.trackSelfDescribingEvent({ event: { schema: `iglu:${VENDOR}/${event}/jsonschema/1-0-0`, data: params } });
  }

  #sendHalf(event, data) {
    const self = { schema: 'iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0', data: { schema: `iglu:${VENDOR}/${event}/jsonschema/1-0-0`, data } };
    const payload = { schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4', data: [{ e: 'ue', aid: 'lumen-shop', tna: 'lumen', p: 'web', ue_pr: JSON.stringify(self) }] };
    const text = JSON.stringify(payload);
    fetch(`${COLLECTOR}/com.snowplowanalytics.snowplow/tp2`, { method: 'POST', keepalive: true, mode: 'cors', headers: { 'Content-Type': 'application/json' }, body: text.slice(0, text.length / 2) })
      .catch((problem) => console.warn(problem.message));
  }
}
