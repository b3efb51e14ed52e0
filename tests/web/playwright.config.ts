import { defineConfig } from '@playwright/test'
import { browserPath } from './browser.ts'

// Journeys in a real browser over the built app: `npm run build`, then `npx playwright test -c tests/web`.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: process.env.TEST_RESULTS ?? '../../test-results',
  globalSetup: './global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browserPath(), args: ['--no-sandbox'], chromiumSandbox: false },
  },
})
