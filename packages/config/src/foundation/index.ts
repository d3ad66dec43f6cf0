export { dataStores, drawnSecrets, foundations, interfaceEndpoints } from './foundation.ts';
export { globalLayers, globalRegion } from './global-layer.ts';
