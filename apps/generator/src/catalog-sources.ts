/** The folder of the catalog's sources. */
export const sources = 'packages/region-catalog/src';
