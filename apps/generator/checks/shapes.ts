import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/bundle/bundle-files.ts';
import { factSchema, schemaFile, schemaText } from '../src/shapes/fact-schema.ts';

// `npm run shapes`: writes the schema of the facts after a change of their types; a test says when it is due.
writeFileSync(join(root, schemaFile), schemaText(factSchema()));
console.log(`shapes: ${schemaFile} has the types of all facts`);
