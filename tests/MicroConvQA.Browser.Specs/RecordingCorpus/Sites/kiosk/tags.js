// A server-rendered shop of a page per address. GA4's own way of waiting: events queue for five seconds, or until the page is left. The pixel is an
// image at once; the counter a keepalive fetch.
const load = Math.floor(Math.random() * 1e9), queue = [];
let order = 0;
window.dataLayer ??= [];
const flush = () => {
  if (queue.length === 0) return;
  navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2&tid=G-KIOSK00001&cid=12.34&sid=99&_p=' + load + '&_s=' + ++order, queue.splice(0).join('\r\n'));
};
const ga4 = (name, value) => queue.push(`en=${name}&dl=${encodeURIComponent(location.href)}${value === undefined ? '' : `&cu=EUR&epn.value=${value}`}`);
const pixel = (name, value) => new Image().src = `https://www.facebook.com/tr/?id=1800000001&ev=${name}&dl=${encodeURIComponent(location.href)}&ts=${Date.now()}`
  + (value === undefined ? '' : `&cd[value]=${value}&cd[currency]=EUR`);
const counter = (name, value) => fetch('https://plausible.io/api/event', {
  method: 'POST', keepalive: true, headers: { 'content-type': 'text/plain' },
  body: JSON.stringify({ n: name, u: location.href, d: 'kiosk.example', p: value === undefined ? {} : { value } }),
});
const push = (name, value) => dataLayer.push({ event: name, ...value === undefined ? {} : { value, currency: 'EUR' } });
const track = (name, value) => { push(name, value); ga4(name, value); pixel(name, value); counter(name, value); };
setInterval(flush, 5000);
addEventListener('pagehide', flush);
