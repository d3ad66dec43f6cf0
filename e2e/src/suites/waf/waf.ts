import type { Manifest } from '@bizflow/config';
import { type Question, roundTrips, whyNoGo } from '@bizflow/testing/waf-controller';
import { clusterFolders } from '../../fleet/folders.ts';
import { play, prelude } from '../../fleet/install.ts';
import { steps } from '../../fleet/waves.ts';
import { type Api, type Live, stored } from '../../harness/api.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { nothing, type Suite } from '../../suite.ts';
import { differences } from '../accept/differences.ts';
import { missingDefaults } from './defaults.ts';
import { statements } from './statements.ts';

/** The web ACLs of all clusters, as the ACK controller would read them back. */
export const waf: Suite = {
  name: 'waf',
  proves: 'the controller of the web ACLs finds nothing to update',
  missing: nothing,
  run: async ({ definitions, cluster, holds, count }) => {
    const missing = whyNoGo();
    if (missing !== undefined) throw new E2eError(missing);
    await cluster('waf', async ({ api }) => {
      const acls = clusterFolders().flatMap(({ files }) =>
        files.map(({ body }) => body).filter(({ kind }) => kind === 'WebACL'),
      );
      count(acls.length);
      // Installs the definition of the web ACLs, and the namespace of their controller.
      const [folder] = clusterFolders();
      await prelude(api, definitions);
      if (folder !== undefined)
        await play(
          api,
          definitions,
          steps({
            ...folder,
            files: folder.files.filter(({ path }) => path.includes('/bootstrap/')),
          }),
        );
      for (const acl of acls)
        holds(`${acl.metadata.name}: is stored as written`, await altered(api, acl));
      const texts = acls.flatMap(({ metadata, spec }) => statements(spec, metadata.name));
      holds(`${texts.length} statements are what the controller writes itself`, moved(texts));
      const spelt = texts.map((one) => ({ ...one, text: one.text.trimEnd() }));
      const unnoticed = moved(spelt).length === spelt.length ? [] : ['a missing line end passed'];
      holds('any other spelling is noticed', texts.length > 0 ? unnoticed : ['there are none']);
      holds(
        'every field that AWS would fill in is there',
        acls.flatMap(({ metadata, spec }) => missingDefaults(spec, metadata.name)),
      );
    });
  },
};

// Here the server must not add a field either, whether the definition has defaults or not.
async function altered(api: Api, acl: Manifest): Promise<readonly string[]> {
  const { spec } = stored(await api.apply(acl)) satisfies Live;
  return [...differences(acl.spec, spec), ...differences(spec, acl.spec)];
}

function moved(texts: readonly (Question & { readonly at: string })[]): readonly string[] {
  const answers = roundTrips(texts);
  return texts.flatMap(({ at, text }, index) => {
    const { text: back, error } = answers[index] ?? { error: 'no answer' };
    return back === text ? [] : [`${at}: ${error ?? 'comes back otherwise'}`];
  });
}
