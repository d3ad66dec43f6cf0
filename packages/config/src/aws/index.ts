export { type AwsRegion, offeredIn } from './aws-offers.ts';
export { knownRegion, zonesOf } from './place-rules.ts';
