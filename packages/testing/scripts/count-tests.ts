import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTests } from '../src/count-tests.ts';
import { repository } from '../src/repository.ts';

// What the tests of all projects came to, by the reports that the targets leave in `.cache/tests/`.
const folder = join(repository, '.cache/tests');
const reports = globSync('**/*.json', { cwd: folder });
console.log(
  countTests(reports.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))),
);
