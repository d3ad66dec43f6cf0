import { managed } from '@bizflow/terraform-plan';
import { inRoot } from '../at.ts';
import { dataTypes } from '../data/stores.ts';
import type { FieldChange } from '../difference/field-change.ts';
import type { ResourceChange } from '../difference/resources.ts';
import { type Found, rule } from '../effect.ts';
import { goes, ofAttribute, ofResource, stays } from '../effects-of.ts';
import { shown } from '../text.ts';
import { forcesReplacement } from './force-new.ts';

/** A resource that Terraform destroys and makes again, and the attributes that make it so. */
interface Replacement {
  readonly resource: ResourceChange;
  readonly by: readonly FieldChange[];
}

/** Every resource that is replaced: by an attribute of its own, or by the new id of another one. */
const replacementsIn = (resources: readonly ResourceChange[]): readonly Replacement[] =>
  resources.filter(stays).flatMap((resource) => {
    const by = resource.fields.filter(({ field }) => forcesReplacement(resource.type, field));
    return by.length === 0 ? [] : [{ resource, by }];
  });

const does = 'is destroyed and made again by Terraform';

const found = ({ resource, by }: Replacement): readonly Found[] =>
  by.slice(0, 1).map((field) => ofAttribute(resource, field, does));

/** A store of data that Terraform replaces: what it holds is lost. */
export const store = rule('dangers/data-replaced', ({ resources }) =>
  replacementsIn(resources)
    .filter(({ resource }) => dataTypes.has(resource.type))
    .flatMap(found),
);

/** Anything else that Terraform replaces. */
export const replaced = rule('dangers/replaced', ({ resources }) =>
  replacementsIn(resources)
    .filter(({ resource }) => !dataTypes.has(resource.type))
    .flatMap(found),
);

/** Attributes that name a replaced resource, and force a replacement themselves. */
export const replacedWith = rule('dangers/replaced-with-another', ({ after, resources }) =>
  replacementsIn(resources).flatMap(({ resource: { place, address } }) => {
    const plan = after.plans.find(({ root }) => root === `environments/${place}`);
    const name = `‹${address}.`;
    return (plan === undefined ? [] : managed(plan))
      .filter((one) =>
        Object.entries(one.values).some(
          ([key, value]) =>
            JSON.stringify(value ?? null).includes(name) && forcesReplacement(one.type, `/${key}`),
        ),
      )
      .map((one) => ({
        ...{ place, to: one.address, at: inRoot(place, one.address) },
        does: 'is destroyed and made again, because a resource that it names is',
        after: address,
      }));
  }),
);

/** Types that are a part of another resource, and go with it or after it. */
const isPart =
  /(?:_policy|_version|_attachment|_association|_controls|_block|_configuration|_rule|_record|_rotation)$/;

/** Anything that Terraform destroys and that contains no data. */
export const destroyed = rule('dangers/destroyed', ({ resources }) =>
  resources
    .filter(goes)
    .filter(({ type }) => !dataTypes.has(type) && !isPart.test(type))
    .map((one) => ofResource(one, 'is destroyed by Terraform')),
);

const guards = /^\/(?:deletion_protection|skip_final_snapshot|force_destroy|force_delete)$/;

/** A lock against deletion that opens. */
export const unlocked = rule('dangers/protection-off', ({ resources }) =>
  resources.filter(stays).flatMap((one) =>
    one.fields
      .filter(({ field }) => guards.test(field))
      .filter(({ field, after }) => after !== field.startsWith('/deletion_protection'))
      .map((field) => ({
        ...ofAttribute(one, field, 'can be deleted with its data from now on'),
        after: shown(field.after),
      })),
  ),
);
