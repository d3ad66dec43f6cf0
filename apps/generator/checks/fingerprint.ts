import { hash } from 'node:crypto';
import { plan } from '../src/plan.ts';
import { realFleet } from '../src/testing/fleet.ts';

// One line that stands for every byte a render would write: run by determinism.ts.
const { files } = plan(realFleet(), {});
const content = files.map(({ path, text }) => `${path}\n${text}`).toSorted();
console.log(`${files.length} files sha256:${hash('sha256', content.join('\n'), 'hex')}`);
