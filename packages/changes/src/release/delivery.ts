import { rule } from '../effect.ts';
import { byField, comes, ofObject } from '../effects-of.ts';
import { withoutHash } from '../place.ts';

/** Where requests go: what the load balancer's controller changes in place. */
export const traffic = rule('release/traffic', (change) => [
  ...byField(
    /^(?:Ingress|Service)$/,
    /^\/spec\//,
    'sends requests elsewhere, or takes others',
  )(change),
  ...byField(
    /^Ingress$/,
    /^\/metadata\/annotations\/alb\.ingress\.kubernetes\.io~1(?!healthcheck-|success-codes|(?:un)?healthy-)/,
    'has its load balancer set up otherwise',
  )(change),
]);

/** How Argo CD brings what is in Git: from where, into which namespace, when, and what it may overlook. */
export const delivery = rule('release/delivery', (change) => [
  ...change.objects
    .filter((one) => /^App(?:lication|Project)(?:Set)?$/.test(one.kind) && comes(one))
    .map((one) => ofObject(one, 'comes, and with it what it brings or allows')),
  ...byField(/^Application$/, /^\/spec\/(?!sources?(?:\/|$))/, 'is synced otherwise')(change),
  ...byField(
    /./,
    /^\/metadata\/annotations\/notifications\.argoproj\.io~1/,
    'sends its messages to others',
  )(change),
  ...byField(
    /./,
    /^\/metadata\/annotations\/argocd\.argoproj\.io~1compare-options$/,
    'is compared otherwise',
  )(change),
  ...byField(/^ApplicationSet$/, /^\/spec\//, 'makes its Applications otherwise')(change),
  ...byField(
    /^AppProject$/,
    /^\/spec\/(?:syncWindows|orphanedResources|sourceNamespaces)(?:\/|$)/,
    'lets its Applications sync at other times, from elsewhere, or with other leftovers',
  )(change),
]);

/** A Job that comes, or that Argo CD makes again: it runs once more. */
export const runs = rule('release/job', (change) => [
  ...change.objects
    .filter((one) => one.kind === 'Job' && comes(one))
    .map((one) => ({ ...ofObject(one, 'runs at the next sync'), to: withoutHash(one.name) })),
  ...byField(/^Job$/, /^\/spec\//, 'runs otherwise, from its next run on')(change),
]);
