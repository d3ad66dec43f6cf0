export { dataStores } from './data-stores.ts';
export { foundations } from './foundation.ts';
export { globalLayers, globalRegion } from './global-layer.ts';
