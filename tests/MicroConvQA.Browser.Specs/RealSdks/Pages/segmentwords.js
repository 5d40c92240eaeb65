'use strict';
const segmentEvents = {
  page_view: 'page', view_item_list: 'Product List Viewed', select_item: 'Product Clicked', view_item: 'Product Viewed', add_to_cart: 'Product Added',
  remove_from_cart: 'Product Removed', view_cart: 'Cart Viewed', add_to_wishlist: 'Product Added to Wishlist', begin_checkout: 'Checkout Started',
  add_shipping_info: 'Checkout Step Completed', add_payment_info: 'Payment Info Entered', purchase: 'Order Completed', search: 'Products Searched',
  generate_lead: 'Lead Generated', sign_up: 'Signed Up',
};
const segmentProduct = ({ item_id, item_name, item_brand, item_category, ...rest }) =>
  ({ product_id: item_id, name: item_name, ...(item_brand ? { brand: item_brand } : {}), category: item_category, ...rest });

/** A step in the words of Segment's ecommerce spec, which RudderStack shares. */
function inSegmentWords(name, { transaction_id, items, value, ...params }) {
  const products = items?.map(segmentProduct);
  return {
    event: segmentEvents[name],
    params: { ...params, ...(value === undefined ? {} : transaction_id ? { revenue: value } : { value }), ...(transaction_id ? { order_id: transaction_id } : {}), ...(products ? { products } : {}) },
    items: products,
  };
}
