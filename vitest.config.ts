import { shared } from '@bizflow/testing/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: [
      '{packages,apps}/*/src/**/*.test.ts',
      'packages/*/scripts/**/*.test.ts',
      'e2e/src/**/*.test.ts',
    ],
  },
});
