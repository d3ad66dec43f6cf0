import { hash } from 'node:crypto';
import type { Side } from '@bizflow/changes';
import type { Fleet } from '@bizflow/config';
import { factFiles, factsFolder, factsIn } from '../facts-data.ts';
import { originOf } from '../header.ts';
import { lockPath } from '../lock.ts';
import type { Base } from './base.ts';
import { blobsAt, textsOf } from './git.ts';

/** Everything of a commit that is compared: rendered files, modules, and facts as data. */
const compared = ['gitops', 'install', 'terraform', 'docs/runbooks', 'clients', factsFolder];
const locks = { images: lockPath, charts: 'charts.lock.json' };

/** One side of a comparison, and what a reader must know of it. */
export interface NotedSide {
  readonly side: Side;
  readonly notes: readonly string[];
}

/**
 * Reads a commit from Git as data: no checkout, and none of its code runs. What is the same as on a side that is known
 * is not read again. Facts that the commit does not have as data are those of that side, and a note says so.
 */
export function sideAt(root: string, { named, commit }: Base, known: Side): NotedSide {
  const blobs = blobsAt(root, commit, [...compared, ...Object.values(locks)]);
  const same = new Map(
    Object.entries(known.files).filter(([path, text]) => blobs.get(path) === blobId(text)),
  );
  const wanted = [...blobs].filter(([path]) => !same.has(path));
  const texts = textsOf(root, [...new Set(wanted.map(([, id]) => id))]);
  const read = Object.fromEntries(wanted.map(([path, id]) => [path, texts.get(id) ?? '']));
  const files = { ...Object.fromEntries(same), ...read };
  const { fleet, notes } = fleetOf(files, known.fleet);
  const origins = originsIn(files, read);
  const all = [...notes, ...origins.notes];
  const side = { fleet, files, byHand: origins.byHand };
  return { side, notes: all.map((note) => `${named}: ${note}`) };
}

const blobId = (text: string): string =>
  hash('sha1', `blob ${Buffer.byteLength(text)}\0${text}`, 'hex');

const fleetOf = (
  files: Side['files'],
  newer: Fleet,
): { fleet: Fleet; notes: readonly string[] } => {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`${factsFolder}/`));
  const { facts, unread } = factsIn(Object.fromEntries(own));
  const written = factsIn(
    Object.fromEntries(factFiles(newer).map((file) => [file.path, JSON.stringify(file.body)])),
  );
  const missing = Object.keys(written.facts).filter((subject) => !Object.hasOwn(facts, subject));
  return {
    fleet: {
      ...newer,
      ...facts,
      lock: parsed(files[locks.images]) ?? newer.lock,
      charts: parsed(files[locks.charts]) ?? newer.charts,
    },
    notes: [
      ...(own.length === 0
        ? ['has no facts/; its files are judged by the facts of the work tree']
        : missing.map((subject) => `has no facts/${subject}; those of the work tree are used`)),
      ...unread.map((path) => `${path} is of another version and was not read`),
    ],
  };
};

const parsed = <T>(text: string | undefined): T | undefined => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
};

/**
 * Which files a person wrote, by their headers. One render writes all headers: where none is of today, an older one
 * wrote them, and what was edited is not known.
 */
const originsIn = (
  all: Side['files'],
  read: Side['files'],
): { readonly byHand: readonly string[]; readonly notes: readonly string[] } => {
  const manifests = Object.keys(all).filter((path) => path.startsWith('gitops/'));
  if (manifests.length === 0) {
    return { byHand: [], notes: ['has no gitops/, so that every object is new'] };
  }
  const origins = new Map(Object.entries(read).map(([path, text]) => [path, originOf(path, text)]));
  const isOfToday = manifests.some((path) => (origins.get(path) ?? 'rendered') !== 'unmanaged');
  const unlike = manifests.filter((path) => (origins.get(path) ?? 'rendered') !== 'rendered');
  if (!isOfToday) {
    const other = `${unlike.length} files have another header than today's renders`;
    return { byHand: [], notes: [`${other}; they are compared as they are`] };
  }
  const edited = [...origins].filter(([, origin]) => origin === 'edited').map(([path]) => path);
  return { byHand: [...new Set([...unlike, ...edited])].sort(), notes: [] };
};
