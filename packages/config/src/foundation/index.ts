export { dataStores } from './data-stores.ts';
export { foundations } from './foundation.ts';
export { globalRegion } from './global-layer.ts';
export { optionalModules } from './optional-parts.ts';
export { terraformVersions } from './terraform-versions.ts';
