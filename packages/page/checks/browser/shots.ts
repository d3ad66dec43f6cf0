import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import type { Browser } from 'playwright-core';
import { visit } from './visit.ts';

/** The pictures that pages of `docs/` show: a view in light or in dark. */
const shots = [
  { view: 'people', scheme: 'light' },
  { view: 'people', scheme: 'dark' },
  { view: 'delivery', scheme: 'light' },
  { view: 'firewall', scheme: 'dark' },
] as const;

/** Takes each picture of the page as WebP, a third of the size of a PNG. */
export async function takeShots(browser: Browser, file: string): Promise<void> {
  for (const { view, scheme } of shots) {
    const { page } = await visit(browser, file, scheme);
    await page.locator(`nav a[href="#${view}"]`).click();
    // The heading gets the focus, which no picture needs.
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
    const path = join(repository, 'docs/explorer', `${view}-${scheme}.webp`);
    writeFileSync(path, Buffer.from(data, 'base64'));
    await page.context().close();
  }
}
