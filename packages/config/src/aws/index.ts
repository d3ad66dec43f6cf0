export { type AwsRegion, offeredIn } from './aws-offers.ts';
export { knownRegion, placeRules, zonesOf } from './place-rules.ts';
