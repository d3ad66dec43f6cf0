import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters } from '@bizflow/config';
import { foundations } from '@bizflow/config/foundation';
import { clusterIn, committed, followed } from '@bizflow/config/testing';
import { snapshot } from '@bizflow/testing/snapshot';
import { describe, expect, it } from 'vitest';
import { editedWorkspace, render } from '../src/testing/edited-workspace.ts';
import { newRegionIn, newServiceIn } from '../src/testing/newcomers.ts';

const { at, read, rendered, gitops, allRendered, sources, workspace, hosted, succeeds } =
  editedWorkspace();

/** What lists every region of production, and so changes when one comes: CONTRIBUTING names each. */
const sharedLists = [
  /^gitops\/[^/]+\/[^/]+\/platform\/waf\/webacl-/,
  /^terraform\/environments\/production\/global\/global\.tf\.json$/,
  /^terraform\/environments\/order\.json$/,
  /^terraform\/environments\/production\/(delivery\/)?access\/github-access\.tf\.json$/,
  /^terraform\/environments\/production\/delivery\/[^/]+\/delivery\.tf\.json$/,
  new RegExp(
    `^terraform/environments/production/${foundations.production.hub}/observability\\.tf\\.json$`,
  ),
  /^docs\/runbooks\/(README|answers|releases)\.md$/,
  /^facts\/(assigned|promotions)\.json$/,
  /^clients\/(go\/data\.go|python\/.+\/data\.py|terraform\/outputs\.tf\.json)$/,
];

describe('the region scaffold', () => {
  const newcomer = newRegionIn(committed);
  const [, octetOfStaging] = clusterIn('staging').network.vpc.split('.');

  it('adds a region whose render changes exactly the shared lists and else only adds, and whose removal restores all', async () => {
    const { file, id, ...facts } = newcomer;
    const before = allRendered();
    const flags = Object.entries(facts).map(([name, value]) => `--${name}=${value}`);
    const command = ['generate', '@bizflow/generator:region', id, ...flags, '--no-interactive'];
    await succeeds(command);
    expect(read(file).split('\n').length).toBeLessThan(61);
    await succeeds(render);
    const grown = allRendered();
    const changed = Object.keys(before).filter((path) => grown[path] !== before[path]);
    const shared = Object.keys(before).filter((path) => sharedLists.some((one) => one.test(path)));
    expect(changed.toSorted()).toEqual(shared.toSorted());
    expect(sharedLists.filter((one) => !shared.some((path) => one.test(path)))).toEqual([]);
    const news = Object.keys(grown).filter((path) => !(path in before));
    expect(news.length).toBeGreaterThan(100);
    expect(news.filter((path) => !new RegExp(`/${id}(/|\\.json$)`).test(path))).toEqual([]);

    for (const [path, text] of Object.entries(sources())) writeFileSync(at(path), text);
    rmSync(at(file));
    // Only a move ends a region. A root that was never applied is deleted by hand.
    const { code, out } = await hosted(render);
    expect([code, out]).toEqual([1, expect.stringContaining('ROOT_HOLDS_DATA')]);
    rmSync(at(`terraform/environments/production/${id}`), { recursive: true });
    await succeeds(render);
    expect(allRendered()).toEqual(before);
  });

  it.each([
    ['../../evil', '--octet=1', ['REGION_ID']],
    [followed.id, '--octet=1', ['REGION_TAKEN']],
    // A block of staging, which is not in the catalog.
    [
      newcomer.id,
      `--octet=${octetOfStaging}`,
      ['environments.staging.sites[0].network.vpc', 'COUNTRY_UNKNOWN'],
    ],
  ])('refuses %s with %s and writes nothing', async (id, octet, wanted) => {
    const flags = ['--name=X', '--country=UK', '--serves=GB', octet, '--no-interactive'];
    const { code, out } = await hosted(['generate', '@bizflow/generator:region', id, ...flags]);
    expect(code).toBe(1);
    for (const word of wanted) expect(out).toContain(word);
    expect(snapshot(workspace().root, 'packages/region-catalog/src')).toEqual(
      Object.fromEntries(
        Object.entries(sources()).filter(([path]) => path.includes('region-catalog')),
      ),
    );
  });
});

describe('the service scaffold', () => {
  it('adds a service that the next render brings to every cluster', async () => {
    const name = newServiceIn(committed);
    const flags = [`--host=${name}`, '--no-interactive'];
    await succeeds(['generate', '@bizflow/generator:service', name, ...flags]);
    await succeeds(render);
    // Its Ingress would stop the load balancer of all services until its certificate is issued.
    expect(rendered()).toEqual(gitops());
    await succeeds(['generate', '@bizflow/generator:prove']);
    const policy = join(workspace().root, `packages/config/src/services/${name}.ts`);
    const issued = readFileSync(policy, 'utf8').replaceAll(
      /(production|staging): null/g,
      `$1: '${name}'`,
    );
    writeFileSync(policy, issued);
    await succeeds(render);
    const grown = rendered();
    expect(grown).toMatchObject(gitops());
    const rollouts = clusters(committed).map(
      ({ id }) => `gitops/${id}/services/${name}/rollout-${name}.yaml`,
    );
    expect(Object.keys(grown)).toEqual(expect.arrayContaining(rollouts));
    const news = Object.keys(grown).filter((path) => !(path in gitops()));
    // And what the pipeline may do to it, where it proves images.
    const rights = clusters(committed)
      .filter(({ environment }) => !environment.approval)
      .flatMap(({ id }) =>
        ['role', 'rolebinding'].flatMap((kind) =>
          [name, `${name}-application`].map(
            (what) => `gitops/${id}/platform/pipeline-access/${kind}-pipeline-${what}.yaml`,
          ),
        ),
      );
    // And the signature that its images must have.
    const signed = clusters(committed).map(
      ({ id }) => `gitops/${id}/platform/image-signatures/clusterimagepolicy-bizflow-${name}.yaml`,
    );
    expect(news.filter((path) => !path.includes(`/services/${name}/`)).toSorted()).toEqual(
      [...rights, ...signed].toSorted(),
    );
  });

  it.each(['../evil', 'a'.repeat(300), 'api'])(
    'refuses the name %s and writes nothing',
    async (name) => {
      const flags = ['--no-interactive'];
      const { code, out } = await hosted([
        'generate',
        '@bizflow/generator:service',
        name,
        ...flags,
      ]);
      expect(code).toBe(1);
      expect(out).toContain('SERVICE_NAME');
      expect(snapshot(workspace().root, 'packages/config/src')).toEqual(
        Object.fromEntries(
          Object.entries(sources()).filter(([path]) => path.includes('config/src')),
        ),
      );
    },
  );
});
