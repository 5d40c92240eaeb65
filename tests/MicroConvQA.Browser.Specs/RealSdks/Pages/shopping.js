'use strict';
// A shopper's way in GA4's words. Each page sends it through its SDK and notes what it called; `shopped` is the notes as JSON.
const arcLamp = { item_id: 'LAMP-ARC-01', item_name: 'Arc lamp', item_brand: 'Lumen', item_category: 'Lamps', price: 129.9, quantity: 2, size: { height_cm: 190, cable: '2 m' } };
const bulb = { item_id: 'BULB-07', item_name: 'LED bulb “zwölf” & more ~', item_category: 'Bulbs', price: 7, quantity: 4, tags: ['warm', 'dimmable'] };
const items = [arcLamp, bulb];
const cart = { value: 287.8, currency: 'EUR', items };
const allSteps = {
  page_view: { page_title: 'Arc lamp' },
  view_item_list: { item_list_id: 'lamps', items },
  select_item: { item_list_id: 'lamps', items: [arcLamp] },
  view_item: { value: 129.9, currency: 'EUR', items: [arcLamp] },
  add_to_cart: { value: 259.8, currency: 'EUR', items: [arcLamp] },
  remove_from_cart: { value: 7, currency: 'EUR', items: [bulb] },
  view_cart: cart,
  add_to_wishlist: { value: 129.9, currency: 'EUR', items: [arcLamp] },
  begin_checkout: { ...cart, coupon: 'WELCOME' },
  add_shipping_info: { ...cart, shipping_tier: 'express' },
  add_payment_info: { ...cart, payment_type: 'card' },
  purchase: { ...cart, transaction_id: 'T-1001', tax: 45.95, shipping: 0, gift: true },
  search: { search_term: 'lamp', results: 12 },
  generate_lead: { value: 5.5, currency: 'EUR' },
  sign_up: { method: 'mail', newsletter: false },
};

const asked = new URLSearchParams(location.search);
const mode = asked.get('mode');
const user = 'u-42';
let tell;
const shopped = new Promise(resolve => tell = resolve);

/**
 * @param send called with an event and its parameters, as the page calls the SDK
 * @param translate a step's name and parameters in the vendor's words; what it adds as `expected` is what else the hit says
 */
function shop(send, translate = (event, params) => ({ event, params, items: params.items })) {
  const wanted = asked.get('steps')?.split(',').filter(name => name) ?? [];
  const calls = [];
  for (const [name, params] of Object.entries(allSteps))
    if (wanted.length === 0 || wanted.includes(name)) {
      const said = translate(name, structuredClone(params));
      if (!said) continue;
      calls.push({
        event: said.event, params: said.params, items: said.items ?? [],
        value: params.value, currency: params.currency, order: params.transaction_id, ids: params.items?.map(item => item.item_id) ?? [],
        ...said.expected,
      });
      send(said.event, said.params, said.items, said.send);
    }
  tell(JSON.stringify(calls));
}
