import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { shorten } from '@bizflow/kernel';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import type { Browser } from 'playwright-core';
import { visible } from '../src/browser/parts/visible.ts';
import { startChromium } from './browser/chromium.ts';
import { examine } from './browser/examine.ts';
import { hostileNames, hostilePlan, readPage } from './browser/hostile.ts';
import { largePage, searchLarge } from './browser/large.ts';
import { takeShots } from './browser/shots.ts';
import { type Scheme, visit } from './browser/visit.ts';

// `npm run page:check`: the committed page and the page of a plan with hostile names, in a real browser.
// With `--shots` it takes the pictures of docs/explorer/ again.
const limits = { scriptGzip: 250 * 1024, page: 2 * 1024 ** 2, paintMs: 1000 };
const command = checkCommand();
const explorer = join(repository, 'docs/explorer/index.html');
const folder = mkdtempSync(join(tmpdir(), 'bizflow-page-'));
const faults: string[] = [];
let emptyMs = 0;

const read = readPage(readFileSync(explorer, 'utf8'));
const script = gzipSync(read.script, { level: 9 }).length;
const { size } = statSync(explorer);
console.log(`page: ${size} bytes, its script ${script} bytes with gzip`);
if (script > limits.scriptGzip) faults.push(`the script is larger than ${limits.scriptGzip} bytes`);
if (size > limits.page) faults.push(`the page is larger than ${limits.page} bytes`);

const plan = join(folder, 'plan.html');
writeFileSync(plan, hostilePlan(read));

/** How long an empty page takes to its first paint here: what a busy machine takes by itself. */
async function emptyPaintMs(browser: Browser): Promise<number> {
  const file = join(folder, 'empty.html');
  writeFileSync(file, '<!doctype html><title>empty</title><p>empty');
  const { page, firstPaintMs } = await visit(browser, file, 'light');
  await page.context().close();
  return firstPaintMs;
}

/** A first paint that takes too long, beside what this machine takes for an empty page. */
function tooLate(name: string, paintMs: number): void {
  if (paintMs <= limits.paintMs + emptyMs) return;
  faults.push(`${name}: first paint after ${Math.round(paintMs)} ms, more than ${limits.paintMs}`);
}

/** A fleet of many regions and services is painted as soon, and searched. */
async function large(browser: Browser) {
  const file = join(folder, 'large.html');
  writeFileSync(file, largePage(read));
  const { name, faults: own, firstPaintMs } = await searchLarge(browser, file);
  console.log(
    `${name}: ${statSync(file).size} bytes, first paint after ${Math.round(firstPaintMs)} ms`,
  );
  tooLate(name, firstPaintMs);
  faults.push(...own.map((fault) => `${name}: ${fault}`));
}

/** Everything that must hold of a page in light or in dark. */
async function inBrowser(browser: Browser, name: string, file: string, scheme: Scheme) {
  const { page, faults: own, firstPaintMs } = await visit(browser, file, scheme);
  const { views, faults: found, passes } = await examine(page);
  const owned = await page.evaluate(() => Reflect.get(globalThis, 'owned'));
  if (owned !== undefined) own.push(`a name was run: ${owned}`);
  console.log(
    `${name}, ${scheme}: ${views} views by keyboard, ${passes} passes of axe, ` +
      `first paint after ${Math.round(firstPaintMs)} ms, ${own.length + found.length} faults`,
  );
  tooLate(name, firstPaintMs);
  faults.push(...[...own, ...found].map((fault) => `${name}, ${scheme}: ${fault}`));
  await page.context().close();
}

/** Hostile names are there as texts, and no view is wider than a narrow screen. */
async function hostile(browser: Browser) {
  const { page, faults: own } = await visit(browser, plan, 'light', 420);
  for (const title of await page.locator('nav a').allInnerTexts()) {
    await page.getByRole('link', { name: title, exact: true }).click();
    // The view is drawn after the click: a busy machine takes its time.
    await page.locator('main h1').filter({ hasText: title }).waitFor();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) own.push(`${title} is ${over} pixels wider than the screen`);
    if (title !== 'What changes' && title !== 'Search objects') continue;
    const text = (await page.locator('main').textContent()) ?? '';
    const missing = hostileNames.filter((one) => !text.includes(visible(one)));
    own.push(...missing.map((one) => `${title} does not show ${shorten(visible(one), 60)}`));
  }
  faults.push(...own.map((fault) => `hostile names: ${fault}`));
  await page.context().close();
}

const browser = await startChromium();
if (browser === undefined) {
  command.without('chromium', 'the page in a browser', 'no Chromium is on the path');
} else {
  try {
    emptyMs = await emptyPaintMs(browser);
    console.log(`an empty page: first paint after ${Math.round(emptyMs)} ms`);
    if (command.args.includes('--shots')) await takeShots(browser, explorer);
    for (const scheme of ['light', 'dark'] as const) {
      await inBrowser(browser, 'explorer', explorer, scheme);
      await inBrowser(browser, 'plan', plan, scheme);
    }
    await hostile(browser);
    await large(browser);
  } finally {
    await browser.close();
  }
}
rmSync(folder, { recursive: true });
for (const fault of faults) console.error(fault);
console.log(`page: ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
