import { freeze } from '@bizflow/kernel';

/**
 * The AWS Regions BizFlow runs in, in the order of the document's table "Target Regions".
 * Everything rendered follows this order, and the compiler requires a fact sheet per id.
 */
export const regionIds = freeze([
  // One a line, so that two branches may each add one.
  'ap-south-1',
  'ap-southeast-1',
  'me-south-1',
  'eu-west-2',
]);

/** An id of {@link regionIds}, spelled as AWS spells it. */
export type RegionId = (typeof regionIds)[number];
