import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// The practical limit: a Node process that writes the ready bytes of the same files.
// Run by bench.ts as a cold process: write.ts <bytes> <index> <folder>
const [bytesFile = '', indexFile = '', folder = ''] = process.argv.slice(2);
const bytes = readFileSync(bytesFile);
const index: [path: string, end: number][] = JSON.parse(readFileSync(indexFile, 'utf8'));
const made = new Set<string>();
let start = 0;
for (const [path, end] of index) {
  const target = `${folder}/${path}`;
  const parent = dirname(target);
  if (!made.has(parent)) {
    mkdirSync(parent, { recursive: true });
    made.add(parent);
  }
  writeFileSync(target, bytes.subarray(start, end));
  start = end;
}
