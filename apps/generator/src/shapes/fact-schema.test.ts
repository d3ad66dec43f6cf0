import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../bundle/bundle-files.ts';
import { factSchema, schemaFile, schemaText } from './fact-schema.ts';

it('is in its file as the types are now: npm run shapes writes it', () => {
  expect(schemaText(factSchema())).toBe(readFileSync(join(root, schemaFile), 'utf8'));
});
