import { shared } from '@bizflow/testing/vitest';
import { defineConfig } from 'vitest/config';

// Recipes, terminals, scaffolds, and what renders the whole fleet many times: `npm run recipes`.
export default defineConfig({
  ...shared,
  root: import.meta.dirname,
  test: { ...shared.test, include: ['*.test.ts'] },
});
