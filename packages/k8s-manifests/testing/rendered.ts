import {
  type Cluster,
  clusters,
  type ImageDigest,
  type Manifest,
  pinnedImage,
  type Service,
} from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
import { App, Chart } from 'cdk8s';
import { placeLabels } from '../src/labels.ts';
import { serviceChart } from '../src/service/service-chart.ts';
import { manifestsOf } from '../src/synth.ts';

export { committed };

/** One service in one cluster, with everything rendered for it. */
export interface Case {
  readonly label: string;
  readonly cluster: Cluster;
  readonly service: Service;
  readonly digest: ImageDigest;
  readonly manifests: readonly Manifest[];
}

/** Only the objects of a service, as plain data. */
const serviceManifests = (cluster: Cluster, service: Service, digest: ImageDigest) =>
  manifestsOf(serviceChart(new App(), cluster, service, digest, null));

/** What is put into a chart of a cluster, as plain data. */
export const filled = (cluster: Cluster, fill: (chart: Chart) => void): readonly Manifest[] => {
  const chart = new Chart(new App(), 'chart', { labels: placeLabels(cluster) });
  fill(chart);
  return manifestsOf({ chart });
};

/** Every service in every cluster. */
export const cases: readonly Case[] = clusters(committed).flatMap((cluster) =>
  committed.services.flatMap((service) => {
    const image = pinnedImage(committed.lock, cluster.environment.name, service.name);
    if (image === undefined) return [];
    const { digest } = image;
    const label = `${cluster.id}/${service.name}`;
    return [
      { label, cluster, service, digest, manifests: serviceManifests(cluster, service, digest) },
    ];
  }),
);

/** The cases behind a load balancer, those without one, and those on Fargate. */
export const exposed = cases.filter(({ service }) => service.exposure !== null);
export const unexposed = cases.filter(({ service }) => service.exposure === null);
export const onFargate = cases.filter(({ service }) => service.compute.kind === 'fargate');
export const onNodes = cases.filter(({ service }) => service.compute.kind !== 'fargate');

/** The same with a service that needs less, in a region without laws. */
export const modest: readonly Case[] = cases.map((subject) => {
  const { exposure, variables } = subject.service;
  const service: Service = {
    ...subject.service,
    exposure: exposure && {
      host: 'quiet',
      certified: { production: 'quiet', staging: 'quiet' },
      answersRegion: false,
      answersCdn: false,
    },
    reaches: [],
    variables: variables.filter((name) => !/^(DATABASE|REDIS|TWILIO)_/.test(name)),
  };
  const cluster = { ...subject.cluster, region: { ...subject.cluster.region, regulations: [] } };
  const manifests = serviceManifests(cluster, service, subject.digest);
  return { ...subject, label: `${subject.label}, were it modest`, cluster, service, manifests };
});

/** The same with services that reach their bucket and nothing else. */
export const storing: readonly Case[] = cases.map((subject) => {
  const service: Service = { ...subject.service, reaches: ['bucket'] };
  const manifests = serviceManifests(subject.cluster, service, subject.digest);
  return { ...subject, label: `${subject.label}, were it to store alone`, service, manifests };
});

/** The objects of a kind, under the type that the kind's own package gives them. */
export const all = <T>(manifests: readonly Manifest[], kind: string): readonly T[] =>
  manifests.filter((manifest) => manifest.kind === kind) as readonly unknown[] as readonly T[];

/** The one object of a kind. */
export const only = <T>(manifests: readonly Manifest[], kind: string): T => {
  const [first, ...others] = all<T>(manifests, kind);
  if (first === undefined || others.length > 0) throw new RangeError(`not exactly one ${kind}`);
  return first;
};

/** The object of a kind and a name. */
export const named = <T>(manifests: readonly Manifest[], kind: string, name: string): T =>
  only<T>(
    manifests.filter(({ metadata }) => metadata.name === name),
    kind,
  );
