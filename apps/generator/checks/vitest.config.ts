import { shared } from '@bizflow/testing/vitest';
import { defineConfig } from 'vitest/config';

// Recipes, terminals, scaffolds and whole renders, which start many commands: `npm run recipes`.
export default defineConfig({
  ...shared,
  root: import.meta.dirname,
  test: { ...shared.test, include: ['*.test.ts'] },
});
