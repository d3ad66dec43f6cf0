import type { Manifest } from '@bizflow/config';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';

/** What every typed custom resource has, whichever package its type comes from. */
interface CustomResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: unknown;
}

/**
 * A custom resource as cdk8s renders it: the only door through which its constructs are used.
 * One App per object, because `Chart.toJson` resolves the whole App again for every chart.
 */
export const customResource = (object: CustomResource): Manifest =>
  new ApiObject(new Chart(new App(), 'object'), 'object', object as ApiObjectProps).toJson();
