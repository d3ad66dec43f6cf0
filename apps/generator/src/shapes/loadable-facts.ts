import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from '@bizflow/kernel';
import { root } from '../bundle/bundle-files.ts';
import { sourcesIn } from '../fact-sources/source-of.ts';
import { factFiles, namedFactRules } from './named-fact-rules.ts';

/** Loads a source file, by its path from the root of the repository. */
export type Load = (file: string) => Promise<unknown>;

/**
 * What is wrong with the facts where the sources stumble over one of them as they are loaded: each file of facts is
 * loaded by itself, and what can be loaded is compared with its type.
 */
export async function loadableFactRules(load: Load = imported): Promise<readonly Problem[]> {
  const facts = await Promise.all(
    Object.entries(factFiles).map(async ([name, file]) => {
      const exported = name.slice(name.indexOf('.') + 1);
      try {
        const module = (await load(file)) as Readonly<Record<string, unknown>>;
        return [[name, module[exported]]] as const;
      } catch {
        // What it stumbles over is in another file, which is loaded too.
        return [];
      }
    }),
  );
  return namedFactRules(Object.fromEntries(facts.flat()), fromDisk);
}

const imported: Load = (file) => import(pathToFileURL(join(root, file)).href);

const fromDisk = sourcesIn({ read: (file) => readFileSync(join(root, file), 'utf8') });
