import type { PriceName } from '@bizflow/config/cost';
import { priceList, vcpus } from '@bizflow/config/cost';
import { isList, type Plan, type Resource, type Value } from '@bizflow/terraform-plan';

/** So many of a thing that has a price, all the time. */
export type Quantity = readonly [price: PriceName | Unpriced, count: number];

/** A thing without a price, by name: it is printed, and never counted as zero. */
export type Unpriced = `? ${string}`;

/** How the quantities of a resource are read from its values, and from the plan that it is part of. */
export type Read = (resource: Resource, plan: Plan) => readonly Quantity[];

/**
 * A value of a resource, or the input of its module's call: a replica leaves to AWS what its primary says,
 * and only the call repeats it.
 */
export const attributeOf = (
  { values, address }: Resource,
  { calls }: Plan,
  attribute: string,
  input: string,
): Value | undefined => {
  const own = values[attribute];
  if (own !== undefined && own !== null) return own;
  return calls.find((call) => address.startsWith(`${call.address}.`))?.inputs[input];
};

/** A number of the plan; a missing or unknown one is not a number. */
export const number = (value: Value | undefined): number =>
  typeof value === 'number' ? value : Number.NaN;

/** How many members a list has; anything else is not a number. */
export const size = (value: Value | undefined): number =>
  isList(value) ? value.length : Number.NaN;

/** The vCPUs of instances by the price of their family: `db.r6g.xlarge` is four of `db.r6g vCPU`. */
export const instances = (type: Value | undefined, count: number): readonly Quantity[] => {
  const name = typeof type === 'string' ? type : 'an instance of unknown type';
  const price = `${name.split('.').slice(0, -1).join('.')} vCPU`;
  return [isPrice(price) ? [price, count * (vcpus(name) ?? Number.NaN)] : [`? ${name}`, count]];
};

const isPrice = (name: string): name is PriceName => Object.hasOwn(priceList, name);
