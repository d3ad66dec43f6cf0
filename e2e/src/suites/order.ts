import { clusterFolders } from '../fleet/folders.ts';
import { play, prelude } from '../fleet/install.ts';
import { production } from '../fleet/live.ts';
import { steps } from '../fleet/waves.ts';
import { nothing, type Suite } from '../suite.ts';

// What an API server says of an object that comes too early.
const reasons = [
  ['whose definition is missing', /^no matches for kind/],
  ['whose namespace is missing', /^namespaces "[^"]+" not found/],
] as const;

/** The same objects the other way round: what makes the order of the waves a fact. */
export const order: Suite = {
  name: 'order',
  proves:
    'the order of the waves matters: in reverse, objects are rejected because a definition or namespace is missing',
  missing: nothing,
  run: ({ definitions, cluster, holds, count }) =>
    cluster('order', async ({ api }) => {
      const folder = production(clusterFolders());
      await prelude(api, definitions);
      const installed = await play(api, definitions, steps(folder).toReversed());
      count(installed.length);
      const refused = installed.flatMap(({ path, applied }) =>
        'rejection' in applied ? [{ path, message: applied.rejection.message }] : [],
      );
      for (const [what, words] of reasons) {
        const found = refused.filter(({ message }) => words.test(message));
        holds(`${found.length} objects are rejected ${what}`, found.length > 0 ? [] : ['none is']);
      }
      const others = refused.filter(
        ({ message }) => !reasons.some(([, words]) => words.test(message)),
      );
      holds(
        'none is refused for another reason',
        others.map(({ path, message }) => `${path}: ${message}`),
      );
    }),
};
