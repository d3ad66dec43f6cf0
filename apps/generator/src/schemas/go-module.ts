import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/** A Go module at one version, pinned by the checksum that Go itself keeps in a `go.sum`. */
export interface GoModule {
  readonly module: string;
  readonly sum: string;
}

/** Where the module's files are, or why they are not to be had here, or are not the pinned ones. */
export type GoModuleFolder =
  | { readonly folder: string }
  | { readonly unavailable: string }
  | { readonly mismatch: string };

/** What `go mod download -json` says. */
interface Download {
  readonly Dir?: string;
  readonly Zip?: string;
  readonly Sum?: string;
  readonly Error?: string;
}

/** Has Go fetch a module, once: it keeps what it has fetched. Ten minutes at most. */
export function goModule({ module, sum }: GoModule): GoModuleFolder {
  // Outside any module, so that no go.mod nor go.work of the place has a say.
  const { stdout, error } = spawnSync('go', ['mod', 'download', '-json', module], {
    ...{ cwd: tmpdir(), encoding: 'utf8', timeout: 600_000 },
    env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=mod' },
  });
  if (error !== undefined) return { unavailable: 'Go is not here' };
  const { Dir, Zip, Sum, Error: refusal }: Download = JSON.parse(stdout || '{}');
  const folder = Dir ?? (Zip && folderOf(Zip));
  if (folder === undefined) return { unavailable: `${module}: ${refusal ?? 'not downloaded'}` };
  return Sum === sum ? { folder } : { mismatch: `${Sum}` };
}

// For a module that needs a newer Go, Go names only the archive, but has unpacked it all the
// same: `<cache>/cache/download/<path>/@v/<version>.zip` into `<cache>/<path>@<version>`.
const folderOf = (zip: string): string =>
  zip.replace(/([\\/])cache[\\/]download[\\/](.*)[\\/]@v[\\/](.*)\.zip$/, '$1$2@$3');
