import { shorten } from '@bizflow/kernel';
import type { Page } from 'playwright-core';
import { tabTo } from './keyboard.ts';

/** What a person does in a view with the keyboard alone, and what must come of it. */
export interface Task {
  readonly view: string;
  readonly does: string;
  /** What is wrong; nothing where it works. */
  readonly play: (page: Page) => Promise<string | undefined>;
}

const status = (page: Page): Promise<string> => page.locator('[role=status]').last().innerText();

const expecting = (is: string, wanted: RegExp): string | undefined =>
  wanted.test(is) ? undefined : `"${shorten(is, 200)}" is not like ${wanted}`;

export const tasks: readonly Task[] = [
  {
    view: 'Who is answered where',
    does: 'turns every region off, and on again',
    play: async (page) => {
      const before = await status(page);
      const switches = await page.getByRole('switch').count();
      await tabTo(page, await page.locator('.switches label').first().innerText());
      for (let index = 0; index < switches; index += 1) {
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
      }
      const off = expecting(await status(page), /allowed: 0 countries .*, 249 get the page/);
      for (let index = 0; index < switches; index += 1) {
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Space');
      }
      return off ?? expecting(await status(page), new RegExp(before.replace(/[.*+?()]/g, '\\$&')));
    },
  },
  {
    view: 'Who is answered where',
    does: 'asks about one country',
    play: async (page) => {
      await tabTo(page, 'Country');
      await page.keyboard.type('Malaysia');
      const rows = await page.locator('tbody tr').allInnerTexts();
      return expecting(rows.at(-1) ?? '', /Malaysia$/);
    },
  },
  {
    view: 'Ask the firewall',
    does: 'asks about another request',
    play: async (page) => {
      const before = await status(page);
      await tabTo(page, 'Country');
      await page.keyboard.type('Singapore');
      await tabTo(page, 'Body');
      await page.keyboard.type('<script>alert(1)</script>');
      return (
        expecting(before, /^BLOCK/) ??
        ((await status(page)) === before ? 'the verdict stays the same' : undefined)
      );
    },
  },
  {
    view: 'Search objects',
    does: 'finds an object by two words',
    play: async (page) => {
      await tabTo(page, 'Words');
      await page.keyboard.type('rollout whatsapp');
      const found = expecting(await status(page), /^\d+ found/);
      const rows = await page.locator('tbody th').allInnerTexts();
      // What says both words somewhere comes after what is called so.
      return found ?? expecting(rows[0] ?? '', /rollout-whatsapp/);
    },
  },
  {
    view: 'Search objects',
    does: 'finds an object by a word that only its contents have',
    play: async (page) => {
      await tabTo(page, 'Words');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('rollout- setWeight:');
      const rows = await page.locator('tbody th').allInnerTexts();
      const found = rows.length > 0 ? undefined : 'nothing is found';
      return found ?? rows.map((row) => expecting(row, /setWeight/)).find(Boolean);
    },
  },
  {
    view: 'What changes',
    does: 'opens an effect to its facts and its lines',
    play: async (page) => {
      await tabTo(page, 'is called');
      await page.keyboard.press('Enter');
      const behind = await page.locator('.behind').first().innerText();
      return expecting(behind, /Facts[\s\S]*Lines[\s\S]*name: /);
    },
  },
];
