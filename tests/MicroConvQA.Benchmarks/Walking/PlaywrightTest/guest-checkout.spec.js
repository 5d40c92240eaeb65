// The sample journey guest-checkout as a team writes it without MicroConvQA: collectors are answered by routes, and each step waits for its hit.
const { test: base, expect } = require('@playwright/test');

const test = base.extend({
  // Set up before the page's context and torn down after it, so that a turn is a whole walk.
  turn: [async ({}, use) => {
    const word = await (await fetch(process.env.TURN)).text();
    base.skip(word === 'end');
    await use();
  }, { auto: true }],
});

const collectors = /google-analytics\.com|plausible\.io|mixpanel\.com|collector\.lumen-home\.example/;
const goal = (page, name) => page.waitForRequest((request) => request.url().includes('plausible.io') && (request.postData() ?? '').includes(`"${name}"`));

test('A guest finds a lamp by search and buys it', async ({ page, context }) => {
  await context.clock.install();
  await page.route(collectors, (route) => route.fulfill({ status: 202, headers: { 'access-control-allow-origin': '*' }, body: '' }));
  await page.goto('/?utm_source=newsletter&utm_medium=email&utm_campaign=autumn');
  await page.getByRole('button', { name: 'Accept all' }).click();

  let hit = goal(page, 'Search');
  await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('lamp');
  await page.getByRole('searchbox', { name: 'Search' }).press('Enter');
  await hit;

  hit = goal(page, 'View Item');
  await page.getByRole('link', { name: 'Arc lamp', exact: true }).click();
  await page.waitForLoadState();
  await context.clock.fastForward(5_000);
  await hit;
  await expect(page.locator('#price')).not.toBeEmpty();

  hit = goal(page, 'Add To Cart');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await hit;

  hit = goal(page, 'View Cart');
  await page.getByRole('link', { name: 'Cart', exact: true }).click();
  await hit;
  await expect(page.locator('#cart-total')).not.toBeEmpty();

  hit = goal(page, 'Begin Checkout');
  await page.getByRole('button', { name: 'Checkout', exact: true }).click();
  await hit;

  hit = goal(page, 'Address Completed');
  await page.getByLabel('E-mail', { exact: true }).fill(`canary.${Date.now()}@example.com`);
  await page.getByLabel('First name', { exact: true }).fill('Canary');
  await page.getByLabel('Last name', { exact: true }).fill('Shopper');
  await page.getByLabel('Street', { exact: true }).fill('Some Street 17');
  await page.getByLabel('Postcode', { exact: true }).fill('01067');
  await page.getByLabel('City', { exact: true }).fill('Dresden');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await hit;

  hit = goal(page, 'Add Shipping Info');
  await page.getByLabel('Express', { exact: true }).check();
  await expect(page.locator('#total')).not.toBeEmpty();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await hit;

  hit = goal(page, 'Purchase');
  await page.getByRole('button', { name: 'Pay now', exact: true }).click();
  await page.waitForURL('**/checkout/thank-you');
  await hit;
  await expect(page.locator('#order-number')).not.toBeEmpty();

  await page.reload();
});
