import { hash } from 'node:crypto';
import { committed } from '@bizflow/config/testing';
import { plan } from '../src/plan.ts';

// One hash over every byte that a render would write: run by determinism.ts.
const { files } = plan(committed, {});
const content = files.map(({ path, text }) => `${path}\n${text}`).toSorted();
console.log(`${files.length} files sha256:${hash('sha256', content.join('\n'), 'hex')}`);
