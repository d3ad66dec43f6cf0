import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { shorten } from '@bizflow/kernel';
import type { Page } from 'playwright-core';
import { reached } from './keyboard.ts';
import { tasks } from './tasks.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary: string;
  }[];
}

/** What is wrong with every view, and how many rules of axe looked at them and passed. */
export interface Examined {
  readonly views: number;
  readonly faults: readonly string[];
  readonly passes: number;
}

/** Opens every view by keyboard alone, works with it, and lets axe look at it. */
export async function examine(page: Page): Promise<Examined> {
  await page.evaluate(axe);
  const titles = await page.locator('nav a').allInnerTexts();
  const faults: string[] = [];
  let passes = 0;
  for (const title of titles) {
    const at = (fault: string) => `${title}: ${fault}`;
    faults.push(...(await opened(page, title)).map(at));
    const judged = await judge(page);
    passes += judged.passes;
    faults.push(...judged.faults.map(at), ...(await reached(page)).map(at));
    for (const task of tasks.filter(({ view }) => view === title)) {
      const wrong = await task.play(page).catch((error: Error) => error.message);
      if (wrong !== undefined) faults.push(at(`${task.does}: ${wrong}`));
    }
    faults.push(...(await judge(page)).faults.map((fault) => at(`after use: ${fault}`)));
  }
  return { views: titles.length, faults, passes };
}

/** Opens a view by its link, with Tab and Enter. */
async function opened(page: Page, title: string): Promise<readonly string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const links = page.locator('nav a');
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const isOn = await links.evaluateAll(
      (all, wanted) =>
        all.some((one) => one === document.activeElement && one.textContent === wanted),
      title,
    );
    if (isOn) break;
  }
  await page.keyboard.press('Enter');
  const heading = page.locator('h1');
  await heading.filter({ hasText: title }).waitFor({ timeout: 5000 });
  const isCurrent = await page.locator('nav a[aria-current=page]').innerText();
  return isCurrent === title ? [] : ['its link is not marked as the current page'];
}

async function judge(page: Page) {
  const { violations, passes } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: { readonly run: () => Promise<{ violations: Violation[]; passes: unknown[] }> };
    };
    return axe.run();
  });
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary.split('\n').at(-1)?.trim();
      return `axe ${id}: ${help}: ${shorten(target.join(' '), 200)}: ${why}`;
    }),
  );
  return { faults, passes: passes.length };
}
