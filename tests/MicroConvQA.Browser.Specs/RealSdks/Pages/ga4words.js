'use strict';
/** A step in GA4's words, of single values only: clients of the protocol turn everything else into text. */
const flat = entries => Object.fromEntries(Object.entries(entries).filter(([, value]) => typeof value !== 'object').map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]));
const inFlatWords = (event, { items, ...params }) => {
  const flatItems = items?.map(item => flat({ ...item, item_name: item.item_name.replace('~', '').trim() }));
  return { event, params: flat(params), items: flatItems };
};
