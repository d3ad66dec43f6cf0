import { shared } from '@bizflow/testing/vitest';
import { defineConfig } from 'vitest/config';

// What runs real processes, real Git and whatever linters are there: `npm run pipeline:check`.
export default defineConfig({
  ...shared,
  root: import.meta.dirname,
  test: { ...shared.test, include: ['*.test.ts'] },
});
