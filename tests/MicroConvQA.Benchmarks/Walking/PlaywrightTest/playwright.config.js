// Everything that stays the same between walks; the benchmark gives addresses by the environment.
module.exports = {
  testDir: __dirname,
  workers: 1,
  retries: 0,
  repeatEach: Number(process.env.WALKS),
  timeout: 0,
  reporter: 'line',
  use: {
    browserName: 'chromium',
    headless: true,
    baseURL: process.env.SHOP,
    viewport: { width: 1440, height: 900 },
    locale: 'en-IE',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.BROWSER, args: JSON.parse(process.env.ARGUMENTS), chromiumSandbox: false },
  },
};
