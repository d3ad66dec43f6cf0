export { collectors, sampling } from './tracing.ts';
