import { loner } from '@bizflow/config/testing';
import type { RenderedFleet } from '@bizflow/proofs';
import { own, withPlan } from '@bizflow/proofs/testing';
import type { Resource, Values } from '@bizflow/terraform-plan';
import { dump } from 'js-yaml';
import { type Change, compared } from '../src/change.ts';
import { type Files, type KubernetesObject, objectIn } from '../src/difference/objects.ts';

/** A region of production that keeps all at home, and its folders. */
export const place = `production/${loner.id}`;
const root = `environments/${place}`;

/** A rendered fleet with something planted. */
export type Plant = (side: RenderedFleet) => RenderedFleet;

/** A change that shows one effect. */
export interface Planted {
  readonly rule: string;
  /** What is planted, for the name of the test. */
  readonly what: string;
  readonly newer: Plant;
  /** What the older side has instead. */
  readonly older?: Plant;
  /** A file of a root before and after: what no plan shows. */
  readonly file?: readonly [before: object, after: object];
  /** Forbidden dangers that come with it by their nature. */
  readonly also?: readonly string[];
  /** Whether what is planted in objects was written by hand, and not rendered. */
  readonly isByHand?: boolean;
}

/** Plants by the rule that tells of each, and by what is planted. */
export type Plants = Readonly<
  Record<string, Readonly<Record<string, Plant | Omit<Planted, 'rule' | 'what'>>>>
>;

/** An object that may be changed in place. */
// biome-ignore lint/suspicious/noExplicitAny: a planted fault may have any shape
export type Draft = any;

/** Changes the objects of the place whose file ends so; the change may return nothing to take one away. */
export const withObject =
  (file: RegExp, change: (draft: Draft) => unknown): Plant =>
  (side) => {
    const found = Object.keys(side.manifests).filter(
      (path) => path.startsWith(`gitops/${place}/`) && file.test(path),
    );
    if (found.length === 0) throw new RangeError(`no file is like ${file}`);
    return {
      ...side,
      manifests: found.reduce((all, path) => edited(all, path, change), side.manifests),
    };
  };

const edited = (
  manifests: RenderedFleet['manifests'],
  path: string,
  change: (draft: Draft) => unknown,
): RenderedFleet['manifests'] => {
  const { [path]: text = '', ...others } = manifests;
  const draft = structuredClone(objectIn(text));
  return change(draft) === gone ? others : { ...others, [path]: dump(draft, { lineWidth: -1 }) };
};

/** What a change returns to take its object away. */
export const gone = Symbol('gone');

/** Takes every object of the place away whose file ends so. */
export const withoutObject = (file: RegExp): Plant => withObject(file, () => gone);

/** Adds objects to a folder of the place. */
export const withNew =
  (folder: string, ...objects: readonly Draft[]): Plant =>
  (side) => ({
    ...side,
    manifests: {
      ...side.manifests,
      ...Object.fromEntries(
        objects.map((object: KubernetesObject) => [
          `gitops/${place}/${folder}/${object.kind.toLowerCase()}-${object.metadata.name}.yaml`,
          dump(object),
        ]),
      ),
    },
  });

/** Changes the first resource of a type in a root; the place's own where none is named. */
export const withResource =
  (type: string, change: (values: Draft, address: string) => unknown, at = root): Plant =>
  (side) =>
    withPlan(side, at, (plan) => {
      const index = plan.resources.findIndex((one) => one.type === type && one.mode === 'managed');
      if (index < 0) throw new RangeError(`${at} has no ${type}`);
      return {
        ...plan,
        resources: plan.resources.flatMap((one, position): readonly Resource[] => {
          if (position !== index) return [one];
          const draft = structuredClone(one.values) as Draft;
          return change(draft, one.address) === gone ? [] : [{ ...one, values: draft }];
        }),
      };
    });

/** Takes the first resource of a type away. */
export const withoutResource = (type: string, at = root): Plant =>
  withResource(type, () => gone, at);

/** Adds a resource to a root. */
export const withNewResource =
  (type: string, values: Values, at = root): Plant =>
  (side) =>
    withPlan(side, at, (plan) => ({
      ...plan,
      resources: [
        ...plan.resources,
        {
          address: `${type}.planted`,
          mode: 'managed',
          type,
          values,
          place: plan.place,
          folder: '',
        },
      ],
    }));

/** Changes facts alone. */
export const withFacts =
  (change: (draft: Draft) => unknown): Plant =>
  (side) => {
    const fleet = structuredClone(side.fleet);
    change(fleet);
    return { ...side, fleet };
  };

/** Several plants, one after the other. */
export const all =
  (...plants: readonly Plant[]): Plant =>
  (side) =>
    plants.reduce((planted, plant) => plant(planted), side);

/** The committed fleet against itself with something planted, in facts, objects and plans or in a file's text. */
export const planted = ({
  newer,
  older = unchanged,
  file,
  isByHand = false,
}: Omit<Planted, 'rule' | 'what'>): Change => {
  const sides = { before: older(own), after: newer(own) };
  const path = `terraform/environments/${place}/terraform.tf.json`;
  const text = (body: unknown): Files => ({ [path]: JSON.stringify(body) });
  const files = file
    ? { older: text(file[0]), newer: text(file[1]) }
    : { older: sides.before.manifests, newer: sides.after.manifests };
  const byHand = isByHand ? Object.keys(files.newer) : [];
  return compared(sides.before, sides.after, { ...files, byHand });
};

/** Plants nothing. */
export const unchanged: Plant = (side) => side;
