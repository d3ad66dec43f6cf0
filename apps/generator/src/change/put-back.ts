import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Side } from '@bizflow/changes';
import { chartsLockPath } from '../charts/charts-lock.ts';
import { lockPath } from '../lock.ts';
import { askingFor, lockWith, type Piece, type PutBack } from './put-backs.ts';
import type { Sources } from './sources-at.ts';
import type { rendered } from './trial.ts';

/** Makes the code of a program from other texts of its sources. */
export type MakeProgram = (instead: Readonly<Record<string, string>>) => Promise<string>;

type Numbered = Piece & { readonly number: number; readonly file: string; readonly of: PutBack };

/** What is rendered again with other facts: one side of a change, and the sources that render it. */
export interface Rendering {
  readonly root: string;
  readonly side: Side;
  readonly sources: Sources;
}

/**
 * Gives what some sources render with some facts as the other side has them: this side, but for what these decide.
 * Only values are put back; nothing of a commit is run. Undefined where nothing can be rendered so.
 */
export async function sidesWith(
  { root, side: own, sources: { textOf, instead } }: Rendering,
  putBacks: readonly PutBack[],
  make: MakeProgram,
): Promise<(some: readonly PutBack[]) => Side | undefined> {
  const pieces = putBacks
    .flatMap((of) => (of.pieces ?? []).map((piece) => ({ ...piece, file: of.file, of })))
    .map((piece, number): Numbered => ({ ...piece, number }));
  const asking = [...Map.groupBy(pieces, ({ file }) => file)]
    .filter(([file]) => file.endsWith('.ts'))
    .map(([file, own]) => [file, askingFor(textOf(file), own)] as const);
  const code = await make({ ...instead, ...Object.fromEntries(asking) });
  const script = new Script(`(module, exports, require, factOf) => {${code}\n}`);
  const require = createRequire(join(root, 'apps/generator/src/change/trial.ts'));
  return (some) => {
    const now = pieces.filter(({ of }) => some.includes(of));
    const values = new Map(now.map(({ number, value }) => [number, value]));
    const factOf = (number: number, value: unknown) =>
      values.has(number) ? values.get(number) : value;
    const module = { exports: {} as { rendered: typeof rendered } };
    try {
      script.runInThisContext()(module, module.exports, require, factOf);
      const [images, charts] = [lockPath, chartsLockPath].map((path) =>
        now.reduce<unknown>(
          (lock, one) =>
            'pointer' in one && one.file === path ? lockWith(lock, one.pointer, one.value) : lock,
          JSON.parse(textOf(path)),
        ),
      );
      const { fleet, files } = module.exports.rendered(
        ...([images, charts] as Parameters<typeof rendered>),
      );
      return { fleet, files: { ...modulesOf(own), ...files } };
    } catch {
      return undefined;
    }
  };
}

/** What a render does not write: modules of Terraform. */
const modulesOf = ({ files }: Side): Side['files'] =>
  Object.fromEntries(
    Object.entries(files).filter(([path]) => /^terraform\/(?!environments\/)/.test(path)),
  );
