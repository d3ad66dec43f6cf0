export { allowedRegions } from './dns/allowed-regions.ts';
export { answerTo, type Zone } from './dns/answer.ts';
export { answerRules } from './dns/dns-rules.ts';
