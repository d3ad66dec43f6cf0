import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** A page in a browser, and what it did that it must not do. */
export interface Visit {
  readonly page: Page;
  readonly faults: string[];
  /** Milliseconds from the start to the first paint with content. */
  readonly firstPaintMs: number;
}

export type Scheme = 'light' | 'dark';

/** Opens a file, with every request but that for the file itself refused and noted. */
export async function visit(
  browser: Browser,
  file: string,
  colorScheme: Scheme,
  width = 1280,
): Promise<Visit> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  const own = pathToFileURL(file).href;
  await context.route('**/*', (route) => {
    const [url] = route.request().url().split('#');
    if (url === own) return route.continue();
    faults.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('popup', (other) => faults.push(`opened ${other.url()}`));
  await page.goto(own);
  const firstPaintMs = await page.evaluate(paintedAfter);
  return { page, faults, firstPaintMs };
}

const paintedAfter = (): Promise<number> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint === undefined) return;
      observer.disconnect();
      resolve(paint.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
