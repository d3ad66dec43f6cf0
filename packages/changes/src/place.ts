import type { Change } from './change.ts';
import { placeOfRoot } from './difference/resources.ts';

/** The cluster that a root belongs to, where its folder has another name: `staging` is `staging/<region>`. */
export const placed = ({ before, after }: Pick<Change, 'before' | 'after'>) => {
  const clusters = new Map(
    [...before.planned, ...after.planned].map(({ cluster, plan }) => [
      placeOfRoot(plan.root),
      cluster.id as string,
    ]),
  );
  return (place: string): string => clusters.get(place) ?? place;
};

/** A text without the names of its own place, and without hashes of contents. */
export const placeless = (place: string): ((text: string) => string) => {
  const [environment = '', ...rest] = place.split('/');
  const last = rest.at(-1) ?? '';
  // A word such as `global` is also a part of other names.
  const region = /-\d+$/.test(last) ? last : '';
  return (text) => {
    const general = text.replace(/-[0-9a-f]{8}\b/g, '-<hash>');
    const regional = region === '' ? general : general.replaceAll(region, '<region>');
    return regional.replaceAll(environment, '<environment>');
  };
};

/** A name without the hash of a content at its end. */
export const withoutHash = (name: string): string => name.replace(/-[0-9a-f]{8}$/, '');

/** An address without the keys of its instances. */
export const withoutKeys = (name: string): string => name.replace(/\["[^"]*"\]|\[\d+\]/g, '[...]');
