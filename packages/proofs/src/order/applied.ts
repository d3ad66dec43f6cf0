import type { Plan, Resource } from '@bizflow/terraform-plan';

/** What an apply of a whole root makes and reads, or of its targets and what those refer to. */
export const applied = ({ resources }: Plan, targets: readonly string[]): readonly Resource[] => {
  if (targets.length === 0) return resources;
  const found = new Set<Resource>();
  const add = (of: readonly Resource[]): void => {
    for (const one of of.filter((other) => !found.has(other))) {
      found.add(one);
      const text = JSON.stringify(one.values);
      add(resources.filter(({ address }) => refersTo(text, address)));
    }
  };
  add(resources.filter(({ address }) => targets.some((target) => isWithin(address, target))));
  return [...found];
};

/** Whether an address is a target, one of its instances, or in the module that it names. */
const isWithin = (address: string, target: string): boolean =>
  address === target || ['.', '['].some((next) => address.startsWith(`${target}${next}`));

// Only an apply knows an attribute of another resource: the plan has its name there.
const refersTo = (text: string, address: string): boolean =>
  text.includes(`‹${JSON.stringify(address).slice(1, -1)}.`);
