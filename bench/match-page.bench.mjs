// When the page of a match can be read on a slow phone: Slow 3G and a processor six times slower, first visit, nothing kept.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { figure, machine, median, ms, say } from './support/figures.mjs';
import { startGate } from './support/gate.mjs';

const ROUNDS = 3;
const SLOW_3G = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const CPU_SLOWER = 6;
const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));

if (!program) say('match page: there is no Chromium on this machine');
else await measure();

async function measure() {
  const before = machine();
  const gate = await startGate();
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  try {
    const headers = { authorization: `Bearer ${gate.account('seeker-editor').apiKey}` };
    const found = await (await fetch(`${gate.origin}/api/v1/matches?limit=1`, { headers })).json();
    const address = `${gate.origin}/en/matches/${found.items[0].id}`;
    const paints = [];
    for (let round = 0; round < ROUNDS; round++) paints.push(await largestPaint(browser, address, headers));
    say(`\nmatch page: ${ROUNDS} first visits, Slow 3G, ${CPU_SLOWER} x slower`);
    figure('largest paint', ms(median(paints)), '< 7000');
    say(`  ${before} at the start, ${machine().split(', ').at(-1)} at the end`);
  } finally {
    await browser.close();
    await gate.stop();
  }
}

async function largestPaint(browser, address, extraHTTPHeaders) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, extraHTTPHeaders });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_3G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
  const time = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
        seen.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await context.close();
  return time;
}
