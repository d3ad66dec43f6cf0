import type { Page } from 'playwright-core';

/** What a person works with. */
const control =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Goes through a view with the Tab key, and names each control that it does not reach, or whose focus is not seen. */
export async function reached(page: Page): Promise<readonly string[]> {
  const wanted = await page.evaluate(marked, control);
  const seen = new Set<string>();
  const faults: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let press = 0; press <= wanted.length + 2; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focused);
    if (focus === undefined) continue;
    if (!seen.has(focus.name) && !focus.isSeen) faults.push(`no focus is seen on ${focus.name}`);
    seen.add(focus.name);
  }
  const missed = wanted.filter((name) => !seen.has(name));
  return [...faults, ...missed.map((name) => `Tab does not reach ${name}`)];
}

/** Presses Tab until a control with this text has the focus. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focused);
    if (focus?.label.includes(text)) return;
  }
  throw new Error(`Tab does not reach "${text}"`);
}

/** Numbers every control that is drawn, so that each has a name of its own. */
const marked = (selector: string): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one, index) => {
      one.dataset.number = `${index} ${one.tagName} ${(one.textContent ?? '').slice(0, 30)}`;
      return one.dataset.number;
    });

const focused = () => {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return undefined;
  const labels =
    one instanceof HTMLInputElement ||
    one instanceof HTMLTextAreaElement ||
    one instanceof HTMLSelectElement
      ? one.labels
      : null;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  return {
    name: one.dataset.number ?? `${one.tagName} ${(one.textContent ?? '').slice(0, 30)}`,
    label: `${labels?.[0]?.textContent ?? ''} ${one.textContent ?? ''}`,
    isSeen: outlineStyle !== 'none' && outlineWidth !== '0px',
  };
};
