import type { Manifest } from '@bizflow/config';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** What every typed custom resource has, whichever package its type comes from. */
export interface CustomResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: unknown;
  readonly spec?: unknown;
}

/**
 * A custom resource as cdk8s renders it: the only door through which its constructs are used.
 * One App per object, because `Chart.toJson` resolves the whole App again for every chart.
 */
export const customResource = (object: CustomResource): Manifest =>
  new PlainObject(new Chart(new App(), 'object'), 'object', object as ApiObjectProps).toJson();

/**
 * An ApiObject of plain data. cdk8s walks every value twice, for tokens and lazy values that no
 * renderer here makes, and sorts keys as the serializer does again: leaving both out gives the same
 * bytes four times as fast (synth.test.ts holds it against cdk8s's own `toJson`).
 */
class PlainObject extends ApiObject {
  readonly #object: ApiObjectProps;

  constructor(scope: Construct, id: string, object: ApiObjectProps) {
    super(scope, id, object);
    this.#object = object;
  }

  override toJson(): Manifest {
    return this.#object as Manifest;
  }
}
