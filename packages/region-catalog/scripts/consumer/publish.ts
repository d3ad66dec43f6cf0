import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceCopy } from '@bizflow/testing/workspace';
import { startRegistry } from './registry.ts';
import { tool } from './run.ts';

const run = promisify(execFile);

const npmCli = (): string => {
  const cli = process.env.npm_execpath;
  if (cli === undefined) throw new Error('start this with `npm run consumer`, or with `npx node`');
  return cli.replace(/npx-cli\.js$/, 'npm-cli.js');
};

/**
 * Plays a release in a copy of the repository: `changeset version`, the build, `changeset publish` to a registry
 * on loopback; then a reader installs from there. Returns what was published.
 */
export async function release(home: string): Promise<string> {
  const registry = await startRegistry();
  const workspace = workspaceCopy();
  const env = environment(registry.url);
  const changeset = [tool('@changesets/cli/bin.js')];
  try {
    const cwd = workspace.root;
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
      [...author, 'commit', '--quiet', '-m', 'chore: all'],
    ])
      await run('git', args, { cwd });
    await run(process.execPath, [...changeset, 'version'], { cwd, env });
    const built = workspace.nx([
      'run-many',
      '-t',
      'build',
      '-p',
      'region-catalog',
      'waf-rules',
      'metrics',
    ]);
    if (built.code !== 0) throw new Error(built.out);
    await run(process.execPath, [...changeset, 'publish', '--no-git-tag'], { cwd, env });
    await install(home, env);
    return registry.published.toSorted().join(', ');
  } finally {
    workspace.dispose();
    registry.close();
  }
}

const author = ['-c', 'user.name=consumer', '-c', 'user.email=consumer@example.org'];

const environment = (url: string): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const host = url.replace('http:', '');
  return {
    ...inherited,
    CI: 'true',
    npm_config_registry: url,
    [`npm_config_${host}/:_authToken`]: 'any-token-will-do',
    npm_config_userconfig: '/dev/null',

    npm_config_audit: 'false',
    npm_config_provenance: 'false',
  };
};

/** A reader who asks for one package gets the others that it needs, from the same registry. */
async function install(home: string, env: NodeJS.ProcessEnv): Promise<void> {
  const reader = join(home, 'from-registry');
  mkdirSync(reader);
  writeFileSync(join(reader, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(
    join(reader, 'reader.js'),
    'import { catalog } from "@bizflow/region-catalog";\nimport "@bizflow/waf-rules";\nif (Object.keys(catalog).length === 0) process.exit(1);\n',
  );
  await run(process.execPath, [npmCli(), 'install', '@bizflow/waf-rules'], { cwd: reader, env });
  await run(process.execPath, ['reader.js'], { cwd: reader, env });
}
