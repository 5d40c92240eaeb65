// What the vendors' reports call the shop's micro-conversions.
const title = (event) => event.split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join(' ');

const MIXPANEL = {
  view_item_list: 'Viewed Item List', select_item: 'Selected Item', view_item: 'Viewed Item', image_zoom: 'Zoomed Image',
  gallery_scroll: 'Scrolled Gallery', size_guide_open: 'Opened Size Guide', variant_select: 'Selected Variant', review_read: 'Read Review',
  video_play: 'Played Video', read_more: 'Read More', search: 'Searched', filter: 'Filtered', sort: 'Sorted', add_to_wishlist: 'Added To Wishlist',
  compare: 'Compared', add_to_cart: 'Added To Cart', remove_from_cart: 'Removed From Cart', view_cart: 'Viewed Cart', coupon_apply: 'Applied Coupon',
  delivery_estimate: 'Estimated Delivery', store_locator: 'Located Store', back_in_stock_alert: 'Requested Back In Stock Alert',
  newsletter_signup: 'Signed Up For Newsletter', sms_signup: 'Signed Up For SMS', sign_up: 'Signed Up', login: 'Logged In',
  begin_checkout: 'Began Checkout', address_completed: 'Completed Address', add_shipping_info: 'Added Shipping Info',
  add_payment_info: 'Added Payment Info', purchase: 'Purchased', share: 'Shared', content_download: 'Downloaded Content',
};

export const goalName = (event) => title(event).replace(/^Sms /, 'SMS ');
export const mixpanelName = (event) => MIXPANEL[event] ?? title(event);
