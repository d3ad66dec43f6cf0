import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

// A pipe holds 64 KiB; the reader begins only when the writer has long had to wait.
const size = 300_000;

it('loses nothing of a long line when the process ends at once', () => {
  const program = `import { print } from './print.ts'; await print('x'.repeat(${size})); process.exit(1);`;
  const script = '"$NODE" --input-type=module -e "$PROGRAM" | (sleep 0.3; wc -c)';
  const out = execFileSync('sh', ['-c', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, PROGRAM: program },
  });
  expect(Number(out)).toBe(size + 1);
});
