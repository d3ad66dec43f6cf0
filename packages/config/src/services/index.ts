export { podPolicy } from './pod-policy.ts';
