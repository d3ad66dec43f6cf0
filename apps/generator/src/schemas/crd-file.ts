import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '@bizflow/kernel';
import type { GoModule, GoModuleFolder } from './go-module.ts';

/** One CustomResourceDefinition, pinned to the bytes of one upstream file. */
export interface CrdPin {
  readonly project: string;
  readonly version: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly url: string;
  readonly sha256: string;
  /** Where the file is in the folder of `BIZFLOW_CRDS`. */
  readonly path: string;
  /** The Go module that brings the file as well, and where it is in it. */
  readonly go?: GoModule & { readonly path: string };
  /** Kubernetes' own types inside, by JSON pointer, where the definition is too loose about them. */
  readonly holds?: Readonly<Record<string, string>>;
}

/** Where pinned files are looked for, in this order: the folder, the cache, Go, the network. */
export interface CrdSources {
  readonly folder: string | undefined;
  readonly cache: string;
  readonly goModule: (module: GoModule) => GoModuleFolder;
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
}

/** The file, or why it is not to be had here, or what is wrong with the one that was found. */
export type CrdFile =
  | { readonly text: string }
  | { readonly unavailable: string }
  | { readonly problem: Problem };

const TIMEOUT = 10_000;

/** Finds a pinned file; bytes other than the pinned ones are a problem wherever they come from. */
export async function crdFile(pin: CrdPin, sources: CrdSources): Promise<CrdFile> {
  const cached = join(sources.cache, pin.version, pin.path);
  for (const file of [...(sources.folder ? [join(sources.folder, pin.path)] : []), cached]) {
    const bytes = await readIfThere(file);
    if (bytes !== undefined) return verified(pin, bytes, file);
  }
  const bytes =
    (await fromGo(pin, sources)) ?? (await download(pin.url, sources.fetch).catch(reason));
  if (typeof bytes === 'string') {
    return { unavailable: `${missing(sources.folder)}; ${new URL(pin.url).host}: ${bytes}` };
  }
  const found = verified(pin, bytes, pin.url);
  if ('text' in found) await store(cached, bytes);
  return found;
}

function verified({ kind, sha256 }: CrdPin, bytes: Uint8Array, at: string): CrdFile {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === sha256) return { text: new TextDecoder().decode(bytes) };
  const why = `is not the SHA-256 that ${kind} is pinned to, ${sha256}`;
  return {
    problem: problem({
      code: 'CRD_CHECKSUM',
      at,
      value: actual,
      reason: why,
      remedy: 'restore the upstream file, or review the new one and pin it in crds.json',
    }),
  };
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function fromGo({ go }: CrdPin, sources: CrdSources): Promise<Uint8Array | undefined> {
  const found = go && sources.goModule(go);
  return found && 'folder' in found ? readIfThere(join(found.folder, go.path)) : undefined;
}

async function download(url: string, fetch: CrdSources['fetch']): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// Under another name first: a run that is cut off leaves no half of a file behind.
async function store(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, bytes);
  await rename(`${file}.${process.pid}`, file);
}

const missing = (folder: string | undefined): string =>
  folder === undefined ? 'BIZFLOW_CRDS is not set' : `not in BIZFLOW_CRDS (${folder})`;

// Node's fetch keeps what went wrong in `cause`, which is wordless when several addresses failed.
const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return (error.cause instanceof Error && error.cause.message) || error.message;
};
