import { join } from 'node:path';
import { root } from '../src/bundle/bundle-files.ts';
import { bruteForce } from '../src/explain/brute-force.ts';
import { currentIndex } from '../src/explain/current-index.ts';
import type { Place } from '../src/explain/differences.ts';
import { explained } from '../src/explain/make-index.ts';

// `npx nx explained generator`: edits one fact after the other in its source, renders everything, and compares
// what has changed with what the index of `explain` says. Every fact would take hours: --every=N takes a part,
// --from=K another one.
const option = (name: string, otherwise: number): number =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);

const index = currentIndex(join(root));
const program = await explained();
const known = new Map(index.facts.map((fact) => [`${fact.file}:${fact.path}`, fact]));
const facts = program.facts.toSorted((one, other) =>
  one.file < other.file ? -1 : one.file > other.file ? 1 : one.start - other.start,
);
const [every, from] = [option('every', 80), option('from', 0)];
const sample = facts.filter((_, number) => number % every === from);
const wrong = await bruteForce(
  program,
  ({ file, path }) => ({
    places: new Map(
      Object.entries(known.get(`${file}:${path}`)?.decides ?? {}).map(([number, places]) => [
        index.files[Number(number)]?.[0] ?? '',
        new Set(places.map((place): Place => index.places[place] ?? '0:')),
      ]),
    ),
  }),
  sample,
);
for (const line of wrong) console.error(`explained: ${line}`);
console.log(
  `explained: ${sample.length} of ${facts.length} facts edited, ${wrong.length} differences`,
);
if (wrong.length > 0) process.exitCode = 1;
