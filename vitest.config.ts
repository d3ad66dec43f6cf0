import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Workspace packages resolve to their sources, so tests need no build first.
export default defineConfig({
  ssr: { resolve: { conditions: ['@bizflow/source', ...defaultServerConditions] } },
  test: {
    include: ['{packages,apps}/*/src/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
