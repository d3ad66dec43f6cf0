// What CommonJS can do: Node gives a synchronous `require` of an ES module from 20.19 and 22.12 on.
const { catalog, regionForCountry } = require('@bizflow/region-catalog');
const { catalogRules } = require('@bizflow/region-catalog/rules');

if (catalogRules(catalog).length > 0) throw new Error('the published catalog breaks a rule');
if (regionForCountry('GB').basis !== 'served') throw new Error('a country lost its region');
