import { edits, frozenKinds, refusedFields } from '@bizflow/changes/testing';
import type { Manifest, ManifestFile } from '@bizflow/config';
import { shorten } from '@bizflow/kernel';
import { clusterFolders } from '../../fleet/folders.ts';
import { play, prelude } from '../../fleet/install.ts';
import { production } from '../../fleet/live.ts';
import { steps } from '../../fleet/waves.ts';
import { type Api, stored } from '../../harness/api.ts';
import { type Bench, nothing, type Suite } from '../../suite.ts';
import { answerTo } from './answer.ts';
import { bounds, history } from './history.ts';
import { judged } from './past.ts';
import { samples } from './samples.ts';

/** One object of each kind, changed field by field; then what commits of this repository changed. */
export const plan: Suite = {
  name: 'plan',
  proves:
    'a real API server makes of a change what `plan` says: field by field, and for commits of the history',
  missing: nothing,
  run: ({ definitions, cluster, holds, count }) =>
    cluster('plan', async ({ api }) => {
      const folder = production(clusterFolders());
      await prelude(api, definitions);
      const installed = await play(api, definitions, steps(folder));
      for (const object of samples) stored(await api.apply(object));
      const asked = [
        ...onePerKind(installed.map(({ path, object: body }) => ({ path, body }))),
        ...samples.map((body) => ({ path: `gitops/${folder.id}/sample.yaml`, body })),
      ];
      count(asked.length);
      const refusing = new Set<string>();
      for (const { path, body } of asked) {
        const found = await disagreements(api, path, body);
        if (found.refused > 0) refusing.add(body.kind);
        const said = `${found.refused} of ${found.edits} edits are refused, as plan says`;
        holds(`${body.kind} ${body.metadata.name}: ${said}`, found.against);
      }
      const unseen = frozenKinds.filter((kind) => !refusing.has(kind));
      holds(
        'each kind with a frozen field in plan refused one here',
        unseen.map((kind) => `${kind}: no edit was refused`),
      );
      await past(api, folder.id, holds, count);
    }),
};

/** Base applied, head by a dry run, for each commit of the history that changed the cluster. */
async function past(api: Api, id: string, holds: Bench['holds'], count: Bench['count']) {
  let commits = 0;
  for (const commit of history(`gitops/${id}`)) {
    const { asked, refused, invalid, against } = await judged(api, commit);
    if (asked > 0) commits += 1;
    count(asked);
    const left = invalid === 0 ? '' : `; ${invalid} are of no kind of today`;
    const said = `${asked} objects change, and ${refused} are refused, as plan says${left}`;
    holds(`${shorten(commit.named, 60)}: ${said}`, against);
  }
  holds(
    `commits of the history change objects on a real API server: ${commits}`,
    commits >= bounds.least ? [] : [`fewer than ${bounds.least}: run git fetch --unshallow`],
  );
}

/** The object of each kind with the most fields. */
const onePerKind = (files: readonly ManifestFile[]): readonly ManifestFile[] => {
  const size = ({ body }: ManifestFile): number => JSON.stringify(body).length;
  const kinds = Map.groupBy(files, ({ body }) => `${body.apiVersion} ${body.kind}`);
  return [...kinds.values()].map((all) =>
    all.reduce((most, one) => (size(one) > size(most) ? one : most)),
  );
};

interface Found {
  readonly edits: number;
  readonly refused: number;
  readonly against: readonly string[];
}

async function disagreements(api: Api, path: string, object: Manifest): Promise<Found> {
  const against: string[] = [];
  let [asked, refused] = [0, 0];
  for (const { at, does, after } of edits(object)) {
    const answer = await answerTo(api, object, after);
    if (answer.is === 'invalid') continue;
    asked += 1;
    if (answer.is === 'refused') refused += 1;
    const isNamed = refusedFields(path, object, after).length > 0;
    if (isNamed === (answer.is === 'refused')) continue;
    const said = isNamed ? 'plan warns of it' : 'plan does not warn of it';
    against.push(`${at}, ${does}: is ${answer.is}, and ${said} ${answer.why}`);
  }
  return { edits: asked, refused, against };
}
