import table from './force-new.json' with { type: 'json' };

/** What a provider said of one type: attributes that force a replacement, and those that it changes in place. */
interface Learned {
  readonly replaces: readonly string[];
  readonly inPlace: readonly string[];
}

const types: Readonly<Record<string, Learned>> = table.types;

/** `/rule/0/filter/prefix` and `/rule/filter/prefix` are the same attribute. */
const attribute = (field: string): string =>
  field
    .split('/')
    .filter((step) => step !== '' && !/^\d+$/.test(step))
    .join('.');

/** Whether the provider destroys and makes again a resource of this type when the attribute changes. */
export const forcesReplacement = (type: string, field: string): boolean => {
  const name = attribute(field);
  return (types[type]?.replaces ?? []).some((one) => one === name || name.startsWith(`${one}.`));
};
