import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Starts the Chromium that is named in BIZFLOW_CHROMIUM or found on the path; undefined where there is none. */
export async function startChromium(): Promise<Browser | undefined> {
  const executablePath = process.env.BIZFLOW_CHROMIUM ?? found();
  if (executablePath === undefined) return undefined;
  // Chromium refuses its sandbox to root, as whom containers run.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

const found = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
