import { shared } from '@bizflow/testing/vitest';
import { defineConfig } from 'vitest/config';

// Recipes, terminals and scaffolds, which start many commands: `npm run recipes`.
export default defineConfig({
  ...shared,
  root: import.meta.dirname,
  test: { ...shared.test, include: ['*.test.ts'] },
});
