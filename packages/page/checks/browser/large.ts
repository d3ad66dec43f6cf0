import { hash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { Common } from '../../src/data/inventory.ts';
import { html } from '../../src/html.ts';
import type { Read } from './hostile.ts';
import { visit } from './visit.ts';

/** As many regions and services as a fleet may have one day. */
const size = { regions: 30, services: 50 };

/** The page with everything that is rendered for so many regions and services: its objects, under other names. */
export function largePage({ data, script, style }: Read): string {
  const { things } = data.now;
  const at = Array.from({ length: size.regions }, (_, number) => number);
  const ofService = (one: Common): boolean => one.file.startsWith('services/');
  const [service = ''] = things.all.filter(ofService).map(({ file }) => file.split('/')[1]);
  const copies = Array.from({ length: size.services }, (_, number) => {
    const named = (text: string): string => text.replaceAll(service, `${service}-${number}`);
    return things.all
      .filter((one) => one.file.startsWith(`services/${service}/`))
      .map((one) => ({
        ...one,
        name: named(one.name),
        file: named(one.file),
        text: named(one.text),
      }));
  });
  const all = [...things.all.filter((one) => !ofService(one)), ...copies.flat()].map((one) => ({
    ...one,
    at,
  }));
  const places = at.map((number) => ({
    place: `production/region-${number}`,
    words: { environment: 'production', region: `region-${number}` },
  }));
  const now = { ...data.now, things: { places, all } };
  return html(
    { ...data, now },
    { script, style, digest: (text) => `sha256-${hash('sha256', text, 'base64')}` },
  );
}

/** Opens it, and searches for a word that only contents have. */
export async function searchLarge(browser: Browser, file: string) {
  const { page, faults, firstPaintMs } = await visit(browser, file, 'light');
  await page.getByRole('link', { name: 'Search objects' }).click();
  await page.getByLabel('Words').fill('rollout- setWeight:');
  await page.locator('tbody code').filter({ hasText: 'setWeight' }).first().waitFor();
  const hits = Number.parseInt(await page.locator('[role=status]').innerText(), 10);
  if (!(hits >= size.regions * size.services)) faults.push(`the search finds ${hits} Rollouts`);
  await page.context().close();
  return { name: `${size.regions} x ${size.services}`, faults, firstPaintMs };
}
