// What the pages do in the browser; every micro-conversion is pushed here or was pushed by the page's head.
import { faults } from './faults.js';

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const on = (element, type, listener) => element?.addEventListener(type, listener);
const phone = matchMedia('(max-width: 799px)');

function record(push) {
  if (push.ecommerce) dataLayer.push({ ecommerce: null });
  dataLayer.push(push);
}

function once(action) {
  let done = false;
  return (...values) => {
    if (done) return;
    done = true;
    action(...values);
  };
}

// ---- actions: a form is sent, the server answers what to push, to show and where to go ----

// The second click of a double click counts for nothing: neither while the answer is awaited nor behind one that came between the two.
let clicks = 0;
document.addEventListener('click', (event) => (clicks = event.detail), true);

async function act(form, submitter) {
  if (form.dataset.busy || (submitter && clicks > 1)) return;
  form.dataset.busy = 'yes';
  const problem = $('.problem', form);
  if (problem) problem.textContent = '';
  try {
    const answer = await fetch(form.dataset.action, { method: 'POST', body: new URLSearchParams(new FormData(form, submitter)) });
    if (!answer.ok) throw new Error(`${form.dataset.action} answered ${answer.status}`);
    apply(await answer.json(), form, submitter);
  } catch (failure) {
    console.error(failure);
    say('That did not work. Please try again.');
  } finally {
    delete form.dataset.busy;
  }
}

function apply(reply, form, submitter) {
  if (reply.error) {
    if (form.dataset.action === '/api/newsletter' && faults.has('signup-of-refused-form')) record({ event: 'newsletter_signup', method: new FormData(form).get('method') });
    const problem = $('.problem', form);
    if (problem) problem.textContent = reply.error;
    else say(reply.error);
    return;
  }
  reply.events.forEach(recordAnswer);
  if (reply.message) say(reply.message);
  if (reply.cartCount !== null) $('#cart-count').textContent = reply.cartCount;
  for (const [id, markup] of Object.entries(reply.replace)) document.getElementById(id).innerHTML = markup;
  if (submitter?.hasAttribute('aria-pressed')) submitter.setAttribute('aria-pressed', String(submitter.getAttribute('aria-pressed') !== 'true'));
  if (['/api/newsletter', '/api/sms', '/api/back-in-stock'].includes(form.dataset.action)) form.reset();
  if (reply.redirect) location.assign(reply.redirect);
}

const LATE = { newsletter_signup: 'late-newsletter-signup', coupon_apply: 'late-coupon', store_locator: 'late-store-search' };

function recordAnswer(push) {
  if (faults.has(LATE[push.event])) setTimeout(() => record(push), 8000);
  else record(push);
  if (push.event === 'add_to_cart' && faults.has('double-add-to-cart')) gtag('event', 'add_to_cart', push.ecommerce);
}

let silence;
function say(message) {
  const toast = $('#toast');
  toast.textContent = message;
  toast.classList.add('shown');
  clearTimeout(silence);
  silence = setTimeout(() => toast.classList.remove('shown'), 4000);
}

document.addEventListener('submit', (event) => {
  if (!event.target.dataset.action) return;
  event.preventDefault();
  act(event.target, event.submitter);
});

document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-submit-on-change]');
  if (form) form.requestSubmit();
});

// ---- consent ----

const banner = $('#consent');

function reserveRoomForBanner() {
  document.documentElement.style.setProperty('--banner', banner.hidden ? '0px' : `${banner.offsetHeight}px`);
}

function choose(analytics, ads) {
  const word = (granted) => (granted ? 'granted' : 'denied');
  document.cookie = `lumen_consent=analytics:${word(analytics)}.ads:${word(ads)}; path=/; max-age=${180 * 86400}; SameSite=Lax`;
  gtag('consent', 'update', { ad_storage: word(ads), analytics_storage: word(analytics), ad_user_data: word(ads), ad_personalization: word(ads) });
  banner.hidden = true;
  reserveRoomForBanner();
}

function showSettings(shown) {
  $('#consent-settings').hidden = !shown;
  $('#consent-open').setAttribute('aria-expanded', String(shown));
  reserveRoomForBanner();
}

$$('[data-consent]').forEach((button) => on(button, 'click', () => choose(button.dataset.consent === 'all', button.dataset.consent === 'all')));
on($('#consent-open'), 'click', () => showSettings($('#consent-settings').hidden));
on($('#consent-settings'), 'submit', (event) => {
  event.preventDefault();
  choose(event.target.analytics.checked, event.target.ads.checked);
});
on($('#cookie-settings'), 'click', () => {
  banner.hidden = false;
  showSettings(true);
});
addEventListener('resize', reserveRoomForBanner);
reserveRoomForBanner();

// ---- menu and filters ----

function openPanel(panel, button, opened) {
  panel.classList.toggle('open', opened);
  button.setAttribute('aria-expanded', String(opened));
}

on($('#menu-button'), 'click', () => openPanel($('#menu'), $('#menu-button'), true));
on($('#menu-close'), 'click', () => openPanel($('#menu'), $('#menu-button'), false));
on($('#filter-button'), 'click', () => openPanel($('#filters'), $('#filter-button'), true));
on($('#filter-close'), 'click', () => openPanel($('#filters'), $('#filter-button'), false));

const FILTER_NAMES = { stock: 'availability', band: 'price', material: 'material' };

function applyFilters() {
  const chosen = (name) => $$(`#filters input[name=${name}]:checked`).map((box) => box.value);
  const fits = (card, name) => chosen(name).length === 0 || chosen(name).includes(card.dataset[name]);
  const cards = $$('#products .card');
  cards.forEach((card) => (card.hidden = !['stock', 'band', 'material'].every((name) => fits(card, name))));
  const shown = cards.filter((card) => !card.hidden).length;
  $('#result-count').textContent = `${shown} ${shown === 1 ? 'product' : 'products'}`;
  $('#no-products').hidden = shown > 0;
  return shown;
}

on($('#filters'), 'change', (event) => {
  const results = applyFilters();
  if (event.target.checked) record({ event: 'filter', filter_name: FILTER_NAMES[event.target.name], filter_value: event.target.value, results });
});
on($('#filters'), 'reset', () => setTimeout(applyFilters));

const cardsAsServed = $$('#products .card');
const orders = {
  price_asc: (a, b) => a.dataset.price - b.dataset.price,
  price_desc: (a, b) => b.dataset.price - a.dataset.price,
  name: (a, b) => a.dataset.name.localeCompare(b.dataset.name),
};

on($('#sort'), 'change', ({ target }) => {
  const order = orders[target.value];
  $('#products').append(...(order ? [...cardsAsServed].sort(order) : cardsAsServed));
  record({ event: 'sort', sort_by: target.value || 'featured', item_list_id: target.dataset.list });
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-select]');
  if (!link || link.dataset.select === '') return;
  record(JSON.parse(link.dataset.select));
});

// ---- things that open and close anywhere ----

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-read-more]');
  if (!button || button.getAttribute('aria-expanded') === 'true') return;
  $('.clipped', button.parentElement).classList.remove('clipped');
  button.setAttribute('aria-expanded', 'true');
  button.hidden = true;
  const text = faults.has('long-parameter-value') ? { content_text: button.parentElement.textContent.replace(/\s+/g, ' ').trim().slice(0, 180) } : {};
  record({ event: 'read_more', content_id: button.dataset.readMore, content_type: $('#product') ? 'product' : 'guide', ...text });
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-download]');
  const more = faults.has('long-parameter-name') ? { name_of_the_document_that_was_downloaded_by_the_shopper: link?.textContent } : {};
  if (link) record({ event: 'content_download', file_name: link.dataset.download, file_extension: 'pdf', ...more });
});

// ---- checkout ----

$$('input[name=delivery]').forEach((radio) => on(radio, 'change', () => {
  $('#total').textContent = radio.dataset.total;
  $('#shipping').textContent = radio.dataset.price;
}));
$$('input[name=payment]').forEach((radio) => on(radio, 'change', () => {
  $('#card-fields').hidden = radio.value !== 'credit_card';
}));

// The page of a framework that takes its time: until it has, the button does nothing.
const waking = $('#waking');
if (waking) {
  setTimeout(() => record(JSON.parse(waking.textContent)), 600);
  setTimeout(() => { $('form[data-action="/api/checkout/payment"] button').disabled = false; }, 1500);
}

// ---- product page ----

if ($('#product')) productPage($('#product').dataset.id, JSON.parse($('#product-data').textContent));

function productPage(productId, variants) {
  let sku = Object.keys(variants)[0];
  const dwell = faults.has('late-view-item') ? 13000 : 5000;
  setTimeout(() => record(variants[sku].viewItem), dwell);
  if (faults.has('view-item-twice')) setTimeout(() => record(variants[$('input[name=sku]:checked').value].viewItem), dwell);

  $$('input[name=sku][type=radio]').forEach((radio) => on(radio, 'change', () => {
    sku = radio.value;
    showVariant(variants[sku]);
    record({ event: 'variant_select', item_id: sku, item_variant: variants[sku].name });
  }));

  function showVariant({ colour, price }) {
    $$('.gallery svg').forEach((picture) => picture.style.setProperty('--finish', colour));
    $('#price').textContent = price;
    $$('[data-follows=price]').forEach((copy) => (copy.textContent = price));
    $$('form[data-follows-variant] input[name=sku]').forEach((input) => (input.value = sku));
  }

  gallery(() => sku);
  reviews(productId);

  on($('#size-guide-button'), 'click', () => {
    $('#size-guide').showModal();
    record({ event: 'size_guide_open', item_id: sku });
  });
  on($('[data-close]'), 'click', () => $('#size-guide').close());

  on($('#share-button'), 'click', () => {
    const menu = $('#share-menu');
    menu.hidden = !menu.hidden;
    $('#share-button').setAttribute('aria-expanded', String(!menu.hidden));
  });
  $$('[data-share]').forEach((button) => on(button, 'click', () => {
    share(button.dataset.share);
    $('#share-menu').hidden = true;
    $('#share-button').setAttribute('aria-expanded', 'false');
    record({ event: 'share', method: button.dataset.share, content_type: 'product', item_id: sku });
  }));

  const film = $('#film');
  on($('#play'), 'click', () => film.play());
  on(film, 'play', once(() => {
    $('#play').hidden = true;
    $('.film .poster').hidden = true;
    film.controls = true;
    record({ event: 'video_play', video_title: film.dataset.title, item_id: sku });
  }));
}

async function share(method) {
  if (method === 'email') location.href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(location.href)}`;
  else await navigator.clipboard?.writeText(location.href).then(() => say('The link is copied.'), () => say(location.href));
}

function gallery(sku) {
  const track = $('#gallery-track');
  const pictures = $$('.picture', track);
  let current = 1;
  const zoomed = once(() => record({ event: 'image_zoom', item_id: sku() }));
  const scrolled = once((picture) => record({ event: 'gallery_scroll', item_id: sku(), picture }));

  function show(number) {
    track.scrollTo({ left: pictures[number - 1].offsetLeft - track.offsetLeft, behavior: 'smooth' });
    mark(number);
  }

  function mark(number) {
    if (number === current) return;
    current = number;
    $$('[data-show]').forEach((dot) => dot.setAttribute('aria-current', String(Number(dot.dataset.show) === number)));
    scrolled(number);
  }

  $$('[data-show]').forEach((dot) => on(dot, 'click', () => show(Number(dot.dataset.show))));
  $$('[data-step]').forEach((arrow) => on(arrow, 'click', () => show(Math.min(pictures.length, Math.max(1, current + Number(arrow.dataset.step))))));

  // Only a finger scrolls the track by itself; buttons announce where they are going.
  on(track, 'scrollend', () => touched && mark(Math.round(track.scrollLeft / track.clientWidth) + 1));

  let touched = null;
  on(track, 'touchstart', ({ touches }) => (touched = { x: touches[0].clientX, y: touches[0].clientY }));
  on(track, 'touchend', ({ changedTouches }) => {
    const dx = changedTouches[0].clientX - (touched?.x ?? changedTouches[0].clientX);
    if (Math.abs(dx) > 40) show(Math.min(pictures.length, Math.max(1, current - Math.sign(dx))));
  });

  // Desktop: rest on the picture, or use the magnifier.
  let rest;
  on(track, 'pointerenter', ({ pointerType }) => {
    if (pointerType !== 'mouse' || phone.matches) return;
    rest = setTimeout(() => zoomOn(true), 300);
  });
  on(track, 'pointermove', ({ clientX, clientY }) => {
    const box = track.getBoundingClientRect();
    track.style.setProperty('--x', `${((clientX - box.left) / box.width) * 100}%`);
    track.style.setProperty('--y', `${((clientY - box.top) / box.height) * 100}%`);
  });
  on(track, 'pointerleave', () => {
    clearTimeout(rest);
    if ($('#zoom').getAttribute('aria-pressed') !== 'true') track.classList.remove('zoomed');
  });
  on($('#zoom'), 'click', () => {
    const pressed = $('#zoom').getAttribute('aria-pressed') !== 'true';
    $('#zoom').setAttribute('aria-pressed', String(pressed));
    zoomOn(pressed);
  });

  // Phone: two taps in quick succession.
  let lastTap = -1000;
  on(track, 'click', (event) => {
    if (!phone.matches) return;
    if (event.timeStamp - lastTap < 500) zoomOn(!track.classList.contains('zoomed'));
    lastTap = event.timeStamp;
  });

  function zoomOn(closer) {
    track.classList.toggle('zoomed', closer);
    if (closer) zoomed();
  }
}

function reviews(productId) {
  const read = once((how) => record({ event: 'review_read', product_id: productId, how }));
  on($('#all-reviews'), 'click', ({ target }) => {
    $('#review-list').classList.add('whole');
    target.setAttribute('aria-expanded', 'true');
    target.hidden = true;
    read('expanded');
  });

  let staying;
  new IntersectionObserver(([entry]) => {
    clearTimeout(staying);
    if (entry.intersectionRatio >= 0.8) staying = setTimeout(() => read('seen'), 2000);
  }, { threshold: [0, 0.8] }).observe($('#review-list'));
}
