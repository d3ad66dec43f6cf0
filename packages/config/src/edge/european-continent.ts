import { freeze } from '@bizflow/kernel';
import type { CountryCode } from '@bizflow/region-catalog';

// biome-ignore format: a table reads better than one code a line
/**
 * Countries that Route 53 files under the continent `EU` (Route 53 API, `ListGeoLocations`). Türkiye
 * is filed under Asia by most geolocation databases and is listed to be safe: its own record is
 * right either way. Cyprus is under Asia; Kosovo has no ISO code and follows the continent.
 */
export const europeanContinent: readonly CountryCode[] = freeze([
  'AD', 'AL', 'AT', 'AX', 'BA', 'BE', 'BG', 'BY', 'CH', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FO', 'FR',
  'GB', 'GG', 'GI', 'GR', 'HR', 'HU', 'IE', 'IM', 'IS', 'IT', 'JE', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD',
  'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'RU', 'SE', 'SI', 'SJ', 'SK', 'SM', 'TR', 'UA',
  'VA',
]);
