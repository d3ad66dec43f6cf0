import { defineConfig } from 'vitest/config';
import shared from '../../../vitest.config.ts';

// What runs real processes, real Git and whatever linters are there: `npm run pipeline:check`.
export default defineConfig({
  ...shared,
  root: import.meta.dirname,
  test: { ...shared.test, include: ['*.test.ts'] },
});
