import type { ManifestFile } from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';
import { placeLabels } from '../labels.ts';
import type { ClusterObjects } from './objects.ts';

/** Each object has the labels of its place and laws, and nothing important is pruned without confirmation. */
export const objectsAreMarked = (objects: ClusterObjects): readonly Problem[] => {
  const place = Object.entries(placeLabels(objects.cluster));
  // One look at each object is cheap; only an offender is looked at closely.
  return objects.files
    .filter((file) => !(isPlaced(file, place) && isKept(file)))
    .flatMap((file) => [...labelRules(file, place), ...pruneRules(file)]);
};

const isPlaced = ({ body }: ManifestFile, place: readonly [string, string][]): boolean => {
  const { labels } = body.metadata;
  return place.every(([label, value]) => labels?.[label] === value);
};

const labelRules = ({ path, body }: ManifestFile, place: readonly [string, string][]) => {
  const { labels } = body.metadata;
  return place
    .filter(([label, value]) => labels?.[label] !== value)
    .map(([label, value]) =>
      problem({
        code: 'LABEL_OF_PLACE',
        at: `${path}#/metadata/labels`,
        value: `${label}: ${labels?.[label]}`,
        reason: `must be ${value}, as on every object of this cluster`,
        remedy: 'do not override the labels of the chart',
      }),
    );
};

/** What takes everything in it along, or leaves a load balancer open, when it is gone. */
const precious = ['Namespace', 'CustomResourceDefinition', 'WebACL'];

const isKept = ({ body: { kind, metadata } }: ManifestFile): boolean =>
  !precious.includes(kind) ||
  metadata.annotations?.['argocd.argoproj.io/sync-options']
    ?.split(',')
    .includes('Prune=confirm') === true;

const pruneRules = (file: ManifestFile): readonly Problem[] =>
  unless(isKept(file), {
    code: 'PRUNE_UNCONFIRMED',
    at: `${file.path}#/metadata/annotations`,
    value: file.body.kind,
    reason: 'is pruned without confirmation when its file is deleted',
    remedy: 'use the annotation confirmPrune of waves.ts',
  });
